import { expect, test } from 'vitest';
import { fileNameOf, reportStateOf } from './film-report.ts';

const writing = { kind: 'export', state: 'running', path: '/films/a.mp4' } as const;

test.each([
  ['done', [], 'done'],
  ['running', [writing], 'running'],
  ['running', [], 'interrupted'],
  ['running', [{ ...writing, path: '/films/b.mp4' }], 'interrupted'],
  ['running', [{ ...writing, state: 'waiting' as const }], 'interrupted'],
] as const)('a record that says %s, with %j going on, is %s', (state, activities, shown) => {
  expect(reportStateOf({ state, path: '/films/a.mp4' }, activities)).toBe(shown);
});

test('the name of a file is its last part on any system', () => {
  expect(fileNameOf('/films/The Last.mp4')).toBe('The Last.mp4');
  expect(fileNameOf('C:\\Films\\Last.mp4')).toBe('Last.mp4');
});
