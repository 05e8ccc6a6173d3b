import { expect, test } from 'vitest';
import { blocksFrom } from '../../../testing/builders/build-blocks.ts';
import type { Block } from '../block.ts';
import { parseProse } from '../plain/parse-prose.ts';
import { mergeReadings } from './merge-readings.ts';

const lines = [
  'The harbour lay empty in the early light of that first morning.',
  'Mara carried the brass lantern down the stone steps to the boat.',
  'Nobody had told her that the ferry would not come again.',
];
const read = (paragraphs: readonly string[]) => parseProse(paragraphs.join('\n\n')).blocks;
const said = (blocks: readonly { kind: string; text: string }[]) =>
  blocks.map(({ kind, text }) => (kind === 'note' ? `[[${text}]]` : text));

/** The text as the studio has it: read once, then edited. */
function stored(edit: (blocks: Block[]) => Block[] = (blocks) => blocks): Block[] {
  return edit(blocksFrom(read(lines)));
}
const withText = (at: number, text: string) => (blocks: Block[]) =>
  blocks.map((block, i) => (i === at ? { ...block, text } : block));
const edited = (at: number, text: string) => lines.map((line, i) => (i === at ? text : line));
const [first, second, third] = lines as [string, string, string];
const here = second.replace('brass', 'copper');
const there = second.replace('boat', 'quay');

test('what only one side changed is taken from that side', () => {
  expect(said(mergeReadings(read(lines), stored(), read(edited(1, there))).reading)).toEqual([
    first,
    there,
    third,
  ]);
  const own = mergeReadings(read(lines), stored(withText(1, here)), read(lines));
  expect(own).toMatchObject({ conflicts: 0 });
  expect(said(own.reading)).toEqual([first, here, third]);
});

test('what both sides changed keeps both: the words written here, and the file’s as a note', () => {
  const { reading, conflicts } = mergeReadings(
    read(lines),
    stored(withText(1, here)),
    read(edited(1, there)),
  );
  expect(conflicts).toBe(1);
  expect(said(reading)).toEqual([first, here, `[[From the file: ${there}]]`, third]);
});

test('what was put in on either side stays, what was deleted on one side goes', () => {
  const added = stored(([a, b, c]) => [a, b, { ...b, id: 'own', text: 'A gull cried.' }, c] as Block[]);
  const file = [...lines.slice(0, 1), 'A bell rang somewhere inland, twice.', ...lines.slice(1)];
  expect(said(mergeReadings(read(lines), added, read(file)).reading)).toEqual([
    first,
    'A bell rang somewhere inland, twice.',
    second,
    'A gull cried.',
    third,
  ]);
  const without = stored((blocks) => blocks.filter((_, i) => i !== 1));
  expect(
    said(mergeReadings(read(lines), without, read(edited(2, third.replace('again', 'back')))).reading),
  ).toEqual([first, third.replace('again', 'back')]);
});

test('a block that the file dropped goes, unless it was edited here', () => {
  const file = [first, third];
  expect(said(mergeReadings(read(lines), stored(), read(file)).reading)).toEqual(file);
  expect(said(mergeReadings(read(lines), stored(withText(1, here)), read(file)).reading)).toContain(here);
});
