import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseAccountArguments } from './account-arguments.ts';

test('each verb with what it needs', () => {
  const common = { home: null, json: false };
  expect(parseAccountArguments([])).toEqual({ ok: true, value: { verb: 'status', ...common } });
  expect(parseAccountArguments(['sign-out', '--json'])).toEqual({
    ...{ ok: true, value: { verb: 'sign-out', home: null, json: true } },
  });
  expect(parseAccountArguments(['export', '--out', 'a.jsonl', '--home', 'h'])).toEqual({
    ...{ ok: true, value: { verb: 'export', out: resolve('a.jsonl'), home: 'h', json: false } },
  });
  expect(parseAccountArguments(['delete', '--confirm', 'ada@example.com'])).toEqual({
    ...{ ok: true, value: { verb: 'delete', email: 'ada@example.com', ...common } },
  });
});

test('what does not belong to a verb, or is missing, is refused before anything is done', () => {
  for (const odd of [
    ['export'],
    ['delete'],
    ['status', 'now'],
    ['sign-in'],
    ['sign-out', '--confirm', 'ada@example.com'],
    ['delete', '--out', 'a', '--confirm', 'b'],
    ['--loud'],
  ]) {
    expect(parseAccountArguments(odd)).toMatchObject({ ok: false, fault: { code: 'cli.usage' } });
  }
});
