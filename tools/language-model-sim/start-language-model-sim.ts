import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { composeAnswer } from './compose-answer.ts';
import { createFaultBook, type LanguageFaultName, type LanguageFaultRule } from './sim-faults.ts';
import { type AnswerEnd, type AskedModel, endEvents, readAsked, wordsEvent } from './wire-shapes.ts';

export interface LanguageCharge {
  readonly id: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface LanguageSimOptions {
  readonly port?: number;
  readonly faults?: readonly LanguageFaultRule[];
  /** Between two events of a stream. */
  readonly pauseMs?: number;
  /** Charges are kept here and outlive the process. */
  readonly stateFile?: string | null;
  readonly atWords?: (asked: AskedModel) => void;
}

export interface LanguageModelSim {
  readonly origin: URL;
  /** Every request for words that arrived whole. */
  readonly asked: () => readonly AskedModel[];
  /** What a provider would bill. */
  readonly charges: () => readonly LanguageCharge[];
  readonly setFaults: (rules: readonly LanguageFaultRule[]) => void;
  readonly close: () => Promise<void>;
}

/** A local server that speaks the chat-completions and the Gemini streaming protocols. Free of charge. */
export async function startLanguageModelSim(options: LanguageSimOptions = {}): Promise<LanguageModelSim> {
  const faults = createFaultBook(options.faults);
  const asked: AskedModel[] = [];
  const stateFile = options.stateFile ?? null;
  const charges: LanguageCharge[] =
    stateFile === null || !existsSync(stateFile)
      ? []
      : readFileSync(stateFile, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as LanguageCharge);
  const charge = (one: LanguageCharge): void => {
    charges.push(one);
    if (stateFile !== null) appendFileSync(stateFile, `${JSON.stringify(one)}\n`);
  };

  const speak = async (
    request: IncomingMessage,
    response: ServerResponse,
    one: AskedModel,
  ): Promise<void> => {
    const fault = faults.take(one.text);
    const status = fault?.startsWith('http-') === true ? Number(fault.slice('http-'.length)) : 200;
    if (status !== 200) return refuse(response, status);
    const id = `sim-${charges.length + 1}`;
    const words = wordsFor(one, fault);
    const inputTokens = Math.ceil((one.instructions.length + one.text.length) / 4);
    const outputTokens = Math.min(one.maxOutputTokens || 100_000, Math.ceil(words.length / 4));
    const end: AnswerEnd = {
      reason: fault === 'cut-json' ? 'length' : fault === 'refuses' ? 'refused' : 'stop',
      inputTokens,
      outputTokens,
      costUsd: (inputTokens * 0.3 + outputTokens * 2.5) / 1_000_000,
    };
    charge({ id, inputTokens, outputTokens });
    if (fault === 'lose-answer') return void request.socket.resetAndDestroy();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const pieces = words.match(/[\s\S]{1,400}/g) ?? [''];
    for (const [i, piece] of pieces.entries()) {
      if (fault === 'cut-stream' && i >= pieces.length / 2) return void request.socket.resetAndDestroy();
      response.write(wordsEvent(one, id, piece));
      options.atWords?.(one);
      const pauseMs = fault === 'slow' ? 400 : (options.pauseMs ?? 0);
      if (pauseMs > 0) await wait(pauseMs);
    }
    response.end(endEvents(one, id, end));
  };

  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://sim');
      if (!hasKey(request)) return refuse(response, 401);
      if (request.method === 'GET') return answerFree(url, response);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      if (url.pathname === '/__sim/faults') {
        faults.set(JSON.parse(Buffer.concat(chunks).toString('utf8')) as LanguageFaultRule[]);
        return void response.end('{}');
      }
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const one = readAsked(url.pathname, body);
      if (one === null) return refuse(response, 404);
      asked.push(one);
      await speak(request, response, one);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    origin: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    asked: () => asked,
    charges: () => charges,
    setFaults: (rules) => faults.set(rules),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function hasKey({ url, headers }: IncomingMessage): boolean {
  if (url?.startsWith('/__sim/') === true) return true;
  return headers.authorization !== undefined || headers['x-goog-api-key'] !== undefined;
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 429 ? { 'retry-after': '1' } : {}),
  });
  response.end(
    JSON.stringify({ error: { message: `stand-in says ${status}`, type: 'error', code: status } }),
  );
}

function answerFree(url: URL, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const models = [
    {
      id: 'google/gemini-2.5-flash',
      name: 'Gemini 2.5 Flash',
      pricing: { prompt: '0.0000003', completion: '0.0000025' },
    },
    { id: 'acme/story-1', name: 'Story 1', pricing: { prompt: '0.000001', completion: '0.000002' } },
    { id: 'acme/free', name: 'Free', pricing: { prompt: '0', completion: '0' } },
  ];
  response.end(
    JSON.stringify(url.pathname.endsWith('/key') ? { data: { label: 'sim' } } : { data: models, models }),
  );
}

function wordsFor({ text }: AskedModel, fault: LanguageFaultName | null): string {
  const answer = composeAnswer(text);
  const good = JSON.stringify(answer);
  const first = answer.scenes[0];
  switch (fault) {
    case 'nonsense':
      return 'As a language model I would be delighted to talk about lighthouses.';
    case 'refuses':
      return '';
    case 'cut-json':
    case 'cut-stream':
      return good.slice(0, Math.floor(good.length * 0.6));
    case 'leave-out':
      first?.shots.shift();
      return JSON.stringify(answer);
    case 'invent': {
      const last = first?.shots.at(-1);
      if (last !== undefined) first?.shots.push({ ...last, from: 9_000, to: 9_001 });
      return JSON.stringify(answer);
    }
    case 'too-long':
      for (const scene of answer.scenes)
        for (const shot of scene.shots) shot.description = `${shot.description} ${'and on '.repeat(3_000)}`;
      return JSON.stringify(answer);
    case 'injection-obeyed':
      return JSON.stringify({
        tool: 'shell',
        command: 'rm -rf /',
        budgetUsdMicros: 999_000_000,
        scenes: answer.scenes.map((scene) => ({
          ...scene,
          id: '../../etc/passwd',
          shots: scene.shots.map((shot) => ({
            ...shot,
            covers: [{ blockId: 'x', start: 0, end: 9 }],
            promptOverride: 'http://evil.example',
            referenceUrl: 'http://169.254.169.254/',
            chosenClipId: 'stolen',
          })),
        })),
        cast: [{ name: 'ROOT', description: 'file:///etc/passwd', voiceOnly: false, voice: 'x' }],
        places: answer.places,
      });
    default:
      return good;
  }
}
