import { expect, test } from 'vitest';
import { parseFilmArguments } from './film-arguments.ts';

const parsed = (...argv: string[]) => {
  const result = parseFilmArguments(argv);
  return result.ok ? result.value : result.fault.message;
};

test('a story alone is a free film in the usual picture', () => {
  expect(parsed('story.fountain')).toEqual({
    story: 'story.fountain',
    out: null,
    makers: {
      still: { provider: 'animatic', model: null },
      clip: { provider: 'animatic', model: null },
    },
    breakdown: null,
    sound: false,
    maxCostUsdMicros: null,
    style: null,
    captions: 'burn',
    fresh: false,
    aspect: '16:9',
    heightPx: 720,
    rate: { num: 24, den: 1 },
    home: null,
    json: false,
    slate: true,
    payAgain: false,
  });
});

test('every option arrives, in any order around the story', () => {
  const argv =
    '--out a.mp4 --provider fal --still openai:gpt-image-2 --breakdown openai --sound --max-cost $4.25 --style noir --captions sidecar s.md --aspect 9:16 --height 1080 --fps 23.976 --no-slate --pay-again --new --home h --json';
  expect(parsed(...argv.split(' '))).toEqual({
    story: 's.md',
    out: 'a.mp4',
    makers: {
      still: { provider: 'openai', model: 'gpt-image-2' },
      clip: { provider: 'fal', model: null },
    },
    breakdown: 'openai',
    sound: true,
    maxCostUsdMicros: 4_250_000,
    style: 'noir',
    captions: 'sidecar',
    fresh: true,
    aspect: '9:16',
    heightPx: 1080,
    rate: { num: 24000, den: 1001 },
    home: 'h',
    json: true,
    slate: false,
    payAgain: true,
  });
});

test.each([
  [[], 'No story was named.'],
  [['a.txt', 'b.txt'], '"b.txt"'],
  [['a.txt', '--provider', 'sora'], '--provider takes animatic, fal, replicate, google, not "sora".'],
  [['a.txt', '--provider', 'fal:flux'], '--provider takes animatic, fal, replicate, google, not "fal:flux".'],
  [
    ['a.txt', '--still', 'openrouter'],
    '--still takes animatic, fal, replicate, google, openai, cloudflare, each',
  ],
  [
    ['a.txt', '--clip', 'openai:gpt-image-2'],
    '--clip takes animatic, fal, replicate, google, openrouter, each',
  ],
  [['a.txt', '--clip', 'fal:'], 'not "fal:"'],
  [['a.txt', '--still', 'openai'], 'Name who makes the clips with --clip.'],
  [['a.txt', '--captions', 'open'], '--captions takes burn, sidecar, none, not "open".'],
  [['a.txt', '--aspect', '4:3'], '--aspect takes 16:9, 9:16, 1:1, 21:9, 4:5, not "4:3".'],
  [['a.txt', '--height', '143'], '--height takes whole pixels from 144 to 4320, not "143".'],
  [['a.txt', '--height', '720.5'], 'not "720.5"'],
  [['a.txt', '--fps', '26'], '--fps takes'],
  [['a.txt', '--fps', 'constructor'], 'not "constructor"'],
  [['a.txt', '--max-cost', '-1'], '--max-cost'],
  [['a.txt', '--max-cost', '1e3'], '--max-cost takes an amount in US dollars such as 4.20, not "1e3".'],
  [['a.txt', '--max-cost', 'nan'], 'not "nan"'],
  [['a.txt', '--colour'], '--colour'],
])('%j is refused in one sentence that names what is wrong', (argv, words) => {
  const result = parseFilmArguments(argv);
  expect(result.ok ? null : result.fault.code).toBe('cli.usage');
  expect(parsed(...argv)).toContain(words);
  expect(parsed(...argv)).toContain('Nothing was started.');
});

test('a breakdown by a language model needs a provider that has one, and a limit', () => {
  expect(parsed('s.md', '--breakdown', 'nobody', '--max-cost', '1')).toContain(
    '--breakdown takes fal, openai',
  );
  expect(parsed('s.md', '--breakdown', 'openai')).toContain('--max-cost USD');
});
