import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to the stand-in and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

export function answerJson(
  { response }: Pick<Exchange, 'response'>,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  });
  response.end(bytes);
}

export function answerHtml({ response }: Pick<Exchange, 'response'>, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(
    `<!doctype html><html><head><title>${words}</title></head><body><h1>${words}</h1></body></html>`,
  );
}

/** A body that stops in the middle of a word, with the connection closed in order. */
export function answerCutJson({ response }: Pick<Exchange, 'response'>, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(text.slice(0, Math.ceil(text.length / 2)));
}

/** Ends the connection with a reset and no answer. */
export function reset({ request }: Pick<Exchange, 'request'>): void {
  request.socket.resetAndDestroy();
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  const body = await readBody(request);
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // Said to the caller with Fal's own status for it.
    return null;
  }
}
