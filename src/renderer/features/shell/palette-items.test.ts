import { expect, test } from 'vitest';
import { type PaletteItem, paletteRows, withRecent } from './palette-items.ts';

const item = (group: PaletteItem['group'], title: string): PaletteItem => ({
  key: `${group} ${title}`,
  group,
  title,
  shortcut: null,
  run: () => undefined,
});
const items = [
  item('commands', 'Undo'),
  item('commands', 'Split at playhead'),
  item('shots', 'Shot 3B · Close'),
  item('projects', 'Open The Last Signal'),
  item('texts', 'The Paper Boat · … a lamp …'),
];
const shown = (words: string, recent: readonly string[] = []): readonly string[] =>
  paletteRows(items, words, recent).map((row) =>
    row.kind === 'heading' ? `# ${row.group}` : row.item.title,
  );

test('without words: what was used last, then commands and projects, nothing twice', () => {
  expect(shown('', ['commands Split at playhead', 'commands gone'])).toEqual([
    '# recent',
    'Split at playhead',
    '# commands',
    'Undo',
    '# projects',
    'Open The Last Signal',
  ]);
});

test('with words: the best of each kind, and what the studio found in texts', () => {
  expect(shown('3b')).toEqual(['# shots', 'Shot 3B · Close', '# texts', 'The Paper Boat · … a lamp …']);
});

test('nothing that fits leaves no headings', () => {
  expect(paletteRows(items.slice(0, 4), 'qqq', [])).toEqual([]);
});

test('what is used comes first and stands once', () => {
  expect(withRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'c')).toEqual(['c', 'a', 'b', 'd', 'e', 'f']);
  expect(withRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e']);
});
