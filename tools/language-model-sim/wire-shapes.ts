/** A request in any of the two protocols, read alike. */
export interface AskedModel {
  readonly shape: 'chat' | 'google';
  readonly model: string;
  readonly instructions: string;
  readonly text: string;
  readonly maxOutputTokens: number;
  /** Whether anything a model could use was offered. There must be none. */
  readonly tools: boolean;
}

type Json = Readonly<Record<string, unknown>>;

export function readAsked(path: string, body: Json): AskedModel | null {
  const google = /^\/v1beta\/models\/(.+):streamGenerateContent$/.exec(path);
  if (google !== null) {
    const config = (body['generationConfig'] ?? {}) as Json;
    return {
      shape: 'google',
      model: decodeURIComponent(google[1] ?? ''),
      instructions: partsOf(body['systemInstruction']),
      text: ((body['contents'] ?? []) as unknown[]).map(partsOf).join('\n'),
      maxOutputTokens: Number(config['maxOutputTokens'] ?? 0),
      tools: 'tools' in body,
    };
  }
  if (!path.endsWith('/chat/completions')) return null;
  const messages = (body['messages'] ?? []) as Json[];
  const of = (...roles: string[]): string =>
    messages
      .filter(({ role }) => roles.includes(String(role)))
      .map(({ content }) => (typeof content === 'string' ? content : partsOf({ parts: content })))
      .join('\n');
  return {
    shape: 'chat',
    model: String(body['model']),
    instructions: of('system', 'developer'),
    text: of('user'),
    maxOutputTokens: Number(body['max_tokens'] ?? body['max_completion_tokens'] ?? 0),
    tools: 'tools' in body,
  };
}

function partsOf(content: unknown): string {
  const parts = ((content as Json | undefined)?.['parts'] ?? []) as Json[];
  return parts.map(({ text }) => String(text ?? '')).join('');
}

export interface AnswerEnd {
  readonly reason: 'stop' | 'length' | 'refused';
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
}

/** One event of the stream. */
export function wordsEvent({ shape, model }: AskedModel, id: string, words: string): string {
  if (shape === 'google') {
    return event({
      candidates: [{ index: 0, content: { role: 'model', parts: [{ text: words }] } }],
      responseId: id,
    });
  }
  return event({
    ...chunk(id, model),
    choices: [{ index: 0, delta: { role: 'assistant', content: words }, finish_reason: null }],
  });
}

export function endEvents({ shape, model }: AskedModel, id: string, end: AnswerEnd): string {
  const { reason, inputTokens, outputTokens, costUsd } = end;
  if (shape === 'google') {
    const finishReason = { stop: 'STOP', length: 'MAX_TOKENS', refused: 'SAFETY' }[reason];
    return event({
      candidates: [{ index: 0, content: { role: 'model', parts: [{ text: '' }] }, finishReason }],
      usageMetadata: {
        promptTokenCount: inputTokens,
        candidatesTokenCount: outputTokens,
        totalTokenCount: inputTokens + outputTokens,
      },
      responseId: id,
    });
  }
  const finish_reason = { stop: 'stop', length: 'length', refused: 'content_filter' }[reason];
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    cost: costUsd,
  };
  return [
    event({ ...chunk(id, model), choices: [{ index: 0, delta: {}, finish_reason }] }),
    event({ ...chunk(id, model), choices: [], usage }),
    'data: [DONE]\n\n',
  ].join('');
}

function chunk(id: string, model: string) {
  return { id, object: 'chat.completion.chunk', created: 1_790_000_000, model };
}

function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
