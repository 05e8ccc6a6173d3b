import { parseArgs } from 'node:util';
import { ok, type Result } from '../domain/kernel/result.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';
import { refuse } from './command-context.ts';

/** What `share` is told to do. */
export type ShareOrder = { readonly home: string | null; readonly json: boolean } & (
  | {
      readonly verb: 'make';
      readonly project: string;
      readonly title: string;
      /** From now on; null for a link that does not end. */
      readonly lastsMs: number | null;
      /** The password is the first line of what is piped in: arguments are seen by everybody on the computer. */
      readonly passwordFromStdin: boolean;
      readonly shortSidePx: number | null;
      readonly publishes: boolean;
    }
  | { readonly verb: 'list'; readonly project: string | null }
  | { readonly verb: 'revoke'; readonly shareId: string }
);

const hourMs = 3_600_000;
const lengths: Readonly<Record<string, number>> = { h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };

export function parseShareArguments(argv: readonly string[]): Result<ShareOrder> {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        home: { type: 'string' },
        json: { type: 'boolean', default: false },
        title: { type: 'string', default: '' },
        expires: { type: 'string', default: '30d' },
        'password-stdin': { type: 'boolean', default: false },
        quality: { type: 'string', default: 'film' },
        'no-publish': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [first, second, ...more] = positionals;
    const common = { home: values.home ?? null, json: values.json };
    if (more.length > 0) return refuse(`"${more[0]}" is one word too many.`);
    if (first === undefined) return refuse('No project was named.');
    if (first === 'list') return ok({ verb: 'list', project: second ?? null, ...common });
    if (first === 'revoke') {
      if (second === undefined) return refuse('"share revoke" needs the id of a link: see "share list".');
      return ok({ verb: 'revoke', shareId: second, ...common });
    }
    if (second !== undefined) return refuse(`"${second}" is one word too many.`);
    const lasts = parseLength(values.expires);
    if (!lasts.ok) return lasts;
    const size = parseQuality(values.quality);
    if (!size.ok) return size;
    return ok({
      ...{ verb: 'make', project: first, title: values.title, lastsMs: lasts.value, shortSidePx: size.value },
      ...{ passwordFromStdin: values['password-stdin'], publishes: !values['no-publish'] },
      ...common,
    });
  } catch (error) {
    return refuse(argumentSentence(error));
  }
}

function parseLength(text: string): Result<number | null> {
  if (text === 'never') return ok(null);
  const [, count = '', unit = ''] = /^(\d{1,4})([hdw])$/.exec(text) ?? [];
  const ms = Number(count) * (lengths[unit] ?? 0);
  return ms > 0 ? ok(ms) : refuse(`--expires takes 12h, 7d, 4w or never, not "${text}".`);
}

function parseQuality(text: string): Result<number | null> {
  if (text === 'film') return ok(null);
  const [, px] = /^(480|720|1080)p?$/.exec(text) ?? [];
  return px === undefined
    ? refuse(`--quality takes film, 1080p, 720p or 480p, not "${text}".`)
    : ok(Number(px));
}
