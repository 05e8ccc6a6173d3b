import type { TestService } from './start-test-service.ts';

export interface Asked {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the service says, for the test to look into.
  readonly json: any;
  readonly headers: Headers;
}

/** A call of the service with a token (or without one), its answer read whole; of a stream only what comes first. */
export async function askService(
  { origin }: Pick<TestService, 'origin'>,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Asked> {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const { status, headers } = answer;
  const isStream = headers.get('content-type')?.startsWith('text/event-stream') === true;
  const text = isStream ? await firstWords(answer) : await answer.text();
  const isJson = headers.get('content-type')?.startsWith('application/json') === true;
  return { status, text, json: isJson ? JSON.parse(text) : null, headers };
}

/** What a stream says before it has nothing more to say: its greeting, and the event that answers it if there is one. */
async function firstWords(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = decoder.decode((await reader.read()).value);
  const next = await Promise.race([
    reader.read(),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), 300)),
  ]);
  if (next !== null) text += decoder.decode(next.value);
  await reader.cancel();
  return text;
}
