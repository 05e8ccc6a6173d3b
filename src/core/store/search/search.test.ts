import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntityOf } from '../../../domain/entities.ts';
import { BlockId, ProjectId, SceneId, ShotId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, removeChange, updateChange } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import { createTestStore, type TestStore } from '../../../testing/create-test-store.ts';
import { type SearchedKind, searchedKinds } from './create-search.ts';
import { excerptOf } from './excerpt.ts';
import { fold, isSoughtInside, wordsOf } from './search-words.ts';

const film = ProjectId.parse('film-1');
const edit = { projectId: film, label: 'Edit', undoable: true };
const row = {
  project: sampleRow('project', { id: film, title: 'Überfahrt bei Nacht', trashedAtMs: null }),
  block: sampleRow('block', {
    id: BlockId.parse('block-1'),
    projectId: film,
    text: 'She *whispers* a [[secret]].',
  }),
  scene: sampleRow('scene', {
    id: SceneId.parse('scene-1'),
    projectId: film,
    heading: 'INT. CAFÉ - DAY',
    place: 'CAFÉ',
    synopsis: null,
  }),
  shot: sampleRow('shot', {
    id: ShotId.parse('shot-1'),
    projectId: film,
    description: 'A lantern burns.',
    subject: null,
    promptOverride: 'volumetric fog',
    dialogue: { speaker: 'IDA', text: 'You are late.', parenthetical: null, offScreen: false },
  }),
} as const;

function filled(): TestStore {
  const studio = createTestStore();
  unwrap(studio.store.commit(patchOf(searchedKinds.map((kind) => addChange(kind, row[kind]))), edit));
  return studio;
}

const found = ({ store }: TestStore, words: string): string[] =>
  store.search(words, 50).map(({ entity }) => entity);

test.each<[string, SearchedKind]>([
  ['überfahrt', 'project'],
  ['UBERF', 'project'],
  ['whisp', 'block'],
  ['secret', 'block'],
  ['cafe day', 'scene'],
  ['burn lantern', 'shot'],
  ['late', 'shot'],
  ['volumetric', 'shot'],
  // Inside of words, and beside a short word that begins one.
  ['fahrt', 'project'],
  ['ecret whisp', 'block'],
  ['ntern bu', 'shot'],
  ['metric', 'shot'],
])('"%s" is found in the %s', (words, kind) => {
  using studio = filled();
  expect(found(studio, words)).toEqual([kind]);
});

test('words that begin so come before words that have it inside, and one or two letters only begin', () => {
  using studio = filled();
  const { store } = studio;
  const shot = { ...row.shot, id: ShotId.parse('shot-2'), description: 'The inlantern.', dialogue: null };
  unwrap(store.commit(patchOf([addChange('shot', shot)]), edit));
  expect(store.search('lantern', 10).map(({ id }) => id)).toEqual(['shot-1', 'shot-2']);
  expect(store.search('lantern', 1).map(({ id }) => id)).toEqual(['shot-1']);
  expect(found(studio, 'la')).toEqual(['shot']);
  expect(found(studio, 'rn')).toEqual([]);
});

test('what is found is shown on one line, with the matches marked as they are written', () => {
  using studio = filled();
  const [hit] = studio.store.search('whispers', 10);
  expect(hit?.excerpt).toBe('She whispers a.');
  const [{ start, end } = { start: 0, end: 0 }] = hit?.matches ?? [];
  expect(hit?.excerpt.slice(start, end)).toBe('whispers');
  expect(hit?.projectTitle).toBe('Überfahrt bei Nacht');
  expect(excerptOf('Cafe\u0301s am See', ['cafe'])?.matches).toEqual([{ start: 0, end: 5 }]);
  expect(excerptOf('Im Cafe\u0301haus', ['haus'])?.matches).toEqual([{ start: 8, end: 12 }]);
  expect(excerptOf('Die Schifffahrt', ['fahrt'])?.matches).toEqual([{ start: 10, end: 15 }]);
});

test('edits, removals, undo and redo are found at once, and the trash is not searched', () => {
  using studio = filled();
  const { store } = studio;
  unwrap(store.commit(patchOf([updateChange('shot', row.shot, { description: 'A candle.' })]), edit));
  expect([found(studio, 'lantern'), found(studio, 'candle')]).toEqual([[], ['shot']]);
  unwrap(store.undo(film));
  expect([found(studio, 'lantern'), found(studio, 'candle')]).toEqual([['shot'], []]);
  unwrap(store.redo(film));
  expect([found(studio, 'lantern'), found(studio, 'candle')]).toEqual([[], ['shot']]);
  unwrap(store.commit(patchOf([removeChange('block', row.block)]), edit));
  expect(found(studio, 'whispers')).toEqual([]);
  unwrap(store.undo(film));
  expect(found(studio, 'whispers')).toEqual(['block']);
  unwrap(store.commit(patchOf([updateChange('project', row.project, { trashedAtMs: 1 })]), edit));
  expect(found(studio, 'whispers')).toEqual([]);
});

test('a rolled-back transaction leaves no trace in the index', () => {
  using studio = filled();
  const { store } = studio;
  expect(() =>
    store.transaction(() => {
      unwrap(store.commit(patchOf([updateChange('shot', row.shot, { description: 'A candle.' })]), edit));
      throw new Error('thought better of it');
    }),
  ).toThrow();
  expect([found(studio, 'lantern'), found(studio, 'candle')]).toEqual([['shot'], []]);
});

/** Letters that every version of Unicode knows, and what parts them. */
const writing = fc
  .array(fc.constantFrom(...'abcXYZ019éÀñçüßΩаЖ漢字 \n.,;:"*()[]-'), { maxLength: 80 })
  .map((letters) => letters.join(''));

test('whatever is typed is safe, and every word of a text finds it', () => {
  using studio = filled();
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '"',
      '""',
      '*',
      'a" OR "b',
      'NEAR(a b)',
      'words:x',
      '-',
      '^x',
      '(',
      "'; DROP TABLE shots;--",
      '\u0000',
      '\ud800',
    ),
    fc.constant('x'.repeat(10_000)),
    fc.constant('a '.repeat(5_000)),
  );
  fc.assert(
    fc.property(typed, (words) => {
      for (const { excerpt, matches } of studio.store.search(words, 20)) {
        for (const { start, end } of matches) {
          const marked = fold(excerpt.slice(start, end));
          expect(wordsOf(words).some((word) => word.startsWith(marked) || marked.startsWith(word))).toBe(
            true,
          );
        }
      }
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(writing, (text) => {
      const before = studio.store.row('block', row.block.id) as EntityOf<'block'>;
      const patch = patchOf([updateChange('block', before, { text })]);
      if (patch.changes.length > 0) unwrap(studio.store.commit(patch, { ...edit, undoable: false }));
      for (const word of wordsOf(text)) {
        expect(found(studio, word)).toContain('block');
        const inside = [...word].slice(1).join('');
        if (isSoughtInside(inside)) expect(found(studio, inside), inside).toContain('block');
      }
    }),
    { numRuns: 200 },
  );
});

test('an index that is damaged or out of step is made anew by the next start, and no row is lost', () => {
  using studio = filled();
  for (const harm of [
    'UPDATE search_words_data SET block = zeroblob(40) WHERE id > 10',
    'UPDATE search_parts_data SET block = zeroblob(40) WHERE id > 10',
    'DELETE FROM search_rows',
    "DELETE FROM search_rows WHERE entity = 'shot'",
  ]) {
    studio.store.close();
    const db = new Database(join(studio.home, 'reelwright.db'));
    db.unsafeMode(true);
    db.exec(harm);
    db.close();
    const store = studio.reopen();
    expect(store.notices).toEqual([]);
    expect(store.row('shot', row.shot.id)).toEqual(row.shot);
    expect(found(studio, 'lantern')).toEqual(['shot']);
  }
});

test('a snapshot and what is salvaged can be searched', () => {
  using studio = filled();
  const path = unwrap(studio.store.snapshot());
  const db = new Database(path, { readonly: true });
  expect(
    db.prepare("SELECT count(*) FROM search_words WHERE search_words MATCH 'lantern'").pluck().get(),
  ).toBe(1);
  db.close();
});
