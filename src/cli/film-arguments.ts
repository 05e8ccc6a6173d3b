import { parseArgs } from 'node:util';
import { lookNames } from '../adapters/animatic/looks/look.ts';
import { CaptionMode } from '../domain/export/export-record.ts';
import { usdToMicros } from '../domain/jobs/money.ts';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { type FrameRate, frameRates } from '../domain/kernel/time.ts';
import { Aspect } from '../domain/project/project.ts';
import { argumentSentence } from '../hosting/argument-sentence.ts';
import { type FilmMakers, parseMakers } from './paid-makers.ts';

export interface FilmArguments {
  readonly story: string;
  readonly out: string | null;
  /** Who makes the stills and who the clips. */
  readonly makers: FilmMakers;
  /** Whose language model breaks the text down; null leaves it to the rules. */
  readonly breakdown: string | null;
  /** Lines are spoken and scenes get music, for money. */
  readonly sound: boolean;
  readonly maxCostUsdMicros: number | null;
  readonly style: string | null;
  readonly captions: CaptionMode;
  readonly fresh: boolean;
  readonly aspect: Aspect;
  readonly heightPx: number;
  readonly rate: FrameRate;
  readonly home: string | null;
  readonly json: boolean;
  readonly slate: boolean;
  /** Also what another device has under way. */
  readonly payAgain: boolean;
}

export const filmUsage = `npm run film -- <story> [options]

Turns a story (.fountain, .fdx, .docx, .epub, .pdf, .md, .txt) into a film. Free and offline unless you choose a provider.

  --out FILE            where the film goes (default ./out/<title>.mp4)
  --provider NAME       animatic (default, free), or fal, replicate or google (a key and --max-cost)
  --still NAME[:MODEL]  who makes the stills, where that is another one: also openai or cloudflare
  --clip NAME[:MODEL]   who makes the clips, where that is another one: also openrouter
                        (--still openai:gpt-image-2 --clip fal --max-cost 5)
  --breakdown NAME      a language model breaks the text down: fal, openai, google, openrouter or cloudflare
                        (needs a key and --max-cost; without it, rules on this computer do)
  --sound               the lines spoken and music under the scenes, by Fal (a key and --max-cost)
  --max-cost USD        the most that the project may spend; nothing is sent beyond it
  --style NAME          look of the pictures: ${lookNames.join(', ')}
  --captions MODE       burn (default), sidecar (an .srt beside the film) or none
  --aspect A            16:9 (default), 9:16, 1:1, 21:9 or 4:5
  --height PX           picture height, 144 to 4320 (default 720)
  --fps RATE            ${Object.keys(frameRates).join(', ')} (default 24)
  --no-slate            leave scene and shot numbers out of the animatic's margin
  --pay-again           also what another of your devices is having made: both are paid
  --new                 start another project instead of continuing this story's
  --home DIR            data folder (default: REELWRIGHT_HOME, else the system's place)
  --json                close with one line of JSON on stdout`;

const options = {
  out: { type: 'string' },
  provider: { type: 'string', default: 'animatic' },
  still: { type: 'string' },
  clip: { type: 'string' },
  breakdown: { type: 'string' },
  sound: { type: 'boolean', default: false },
  'max-cost': { type: 'string' },
  style: { type: 'string' },
  captions: { type: 'string', default: 'burn' },
  aspect: { type: 'string', default: '16:9' },
  height: { type: 'string', default: '720' },
  fps: { type: 'string', default: '24' },
  'pay-again': { type: 'boolean', default: false },
  'no-slate': { type: 'boolean', default: false },
  new: { type: 'boolean', default: false },
  home: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Providers with language models. */
const readers: readonly string[] = ['fal', 'openai', 'google', 'openrouter', 'cloudflare'];

/** Reads the words after `film`. Every refusal names the option and what it takes. */
export function parseFilmArguments(argv: readonly string[]): Result<FilmArguments> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return refuse(argumentSentence(error));
  }
  const { values, positionals } = parsed;
  const [story, ...more] = positionals;
  if (story === undefined) return refuse('No story was named.');
  if (more.length > 0) return refuse(`One story at a time: "${more[0]}" is one too many.`);
  const makers = parseMakers(values);
  if (!makers.ok) return refuse(makers.fault.message);
  const captions = CaptionMode.safeParse(values.captions);
  if (!captions.success) {
    return refuse(`--captions takes ${CaptionMode.options.join(', ')}, not "${values.captions}".`);
  }
  const aspect = Aspect.safeParse(values.aspect);
  if (!aspect.success) return refuse(`--aspect takes ${Aspect.options.join(', ')}, not "${values.aspect}".`);
  const heightPx = Number(values.height);
  if (!Number.isInteger(heightPx) || heightPx < 144 || heightPx > 4320) {
    return refuse(`--height takes whole pixels from 144 to 4320, not "${values.height}".`);
  }
  if (!isFrameRate(values.fps))
    return refuse(`--fps takes ${Object.keys(frameRates).join(', ')}, not "${values.fps}".`);
  const maxCost = parseUsd(values['max-cost']);
  if (!maxCost.ok) return maxCost;
  const breakdown = values.breakdown ?? null;
  if (breakdown !== null && !readers.includes(breakdown))
    return refuse(`--breakdown takes ${readers.join(', ')}, not "${breakdown}".`);
  if (breakdown !== null && maxCost.value === null)
    return refuse('--breakdown spends money: say how much it may be at most with --max-cost USD.');
  if (values.sound && maxCost.value === null)
    return refuse('--sound spends money: say how much it may be at most with --max-cost USD.');
  return ok({
    story,
    out: values.out ?? null,
    makers: makers.value,
    breakdown,
    sound: values.sound,
    maxCostUsdMicros: maxCost.value,
    style: values.style ?? null,
    captions: captions.data,
    fresh: values.new,
    aspect: aspect.data,
    heightPx,
    rate: frameRates[values.fps],
    home: values.home ?? null,
    json: values.json,
    slate: !values['no-slate'],
    payAgain: values['pay-again'],
  });
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true });
}

function isFrameRate(name: string): name is keyof typeof frameRates {
  return Object.hasOwn(frameRates, name);
}

function parseUsd(text: string | undefined): Result<number | null> {
  if (text === undefined) return ok(null);
  const amount = /^\$?(\d+(?:\.\d{1,6})?)$/.exec(text)?.[1];
  if (amount === undefined)
    return refuse(`--max-cost takes an amount in US dollars such as 4.20, not "${text}".`);
  return ok(usdToMicros(Number(amount)));
}

function refuse(reason: string): Result<never> {
  return fail('cli.usage', `${reason} Nothing was started. "npm run film -- --help" lists the options.`);
}
