import { expect, test } from 'vitest';
import { parseShareArguments } from './share-arguments.ts';

test('a link is made of a project, or links are listed and revoked', () => {
  expect(parseShareArguments(['pier', '--expires', '7d', '--quality', '720p', '--password-stdin'])).toEqual({
    ok: true,
    value: {
      ...{ verb: 'make', project: 'pier', title: '', lastsMs: 7 * 24 * 3_600_000, shortSidePx: 720 },
      ...{ passwordFromStdin: true, publishes: true, home: null, json: false },
    },
  });
  expect(parseShareArguments(['pier', '--expires', 'never', '--no-publish'])).toMatchObject({
    value: { lastsMs: null, shortSidePx: null, publishes: false },
  });
  expect(parseShareArguments(['list', '--json'])).toMatchObject({ value: { verb: 'list', project: null } });
  expect(parseShareArguments(['revoke', 'link-1'])).toMatchObject({ value: { shareId: 'link-1' } });
});

test('what makes no sense is refused in one sentence', () => {
  for (const argv of [
    [],
    ['pier', 'film'],
    ['revoke'],
    ['list', 'pier', 'more'],
    ['pier', '--expires', '0d'],
    ['pier', '--expires', 'soon'],
    ['pier', '--quality', '144p'],
    ['pier', '--password', 'open sesame'],
  ]) {
    expect(parseShareArguments(argv), argv.join(' ')).toMatchObject({
      ok: false,
      fault: { code: 'cli.usage' },
    });
  }
});
