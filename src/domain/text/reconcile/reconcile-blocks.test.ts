import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProjectId } from '../../kernel/ids.ts';
import { compareByOrder } from '../../kernel/order.ts';
import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Block, BlockContent } from '../block.ts';
import { blockContent } from '../block-content.ts';
import { locateBlocks } from './locate-blocks.ts';
import { type Reconciliation, reconcileBlocks } from './reconcile-blocks.ts';

const projectId = 'p' as ProjectId;

function createIds(): () => string {
  let last = 0;
  return () => `block-${++last}`;
}

function contentsOf(texts: readonly string[]): BlockContent[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += text.length + 2;
    const kind = text === text.toUpperCase() && text.length > 2 ? 'character' : 'action';
    return blockContent(kind, text, start, start + text.length);
  });
}

function importTwice(
  first: readonly string[],
  second: readonly string[],
): { before: Reconciliation; after: Reconciliation } {
  const newId = createIds();
  const before = reconcileBlocks([], contentsOf(first), projectId, newId);
  return { before, after: reconcileBlocks(before.blocks, contentsOf(second), projectId, newId) };
}

const idOf = ({ blocks }: Reconciliation, text: string): string | undefined =>
  blocks.find((b) => b.text === text)?.id;

/** What the store would hold after the patch. */
function apply(rows: readonly Block[], patch: RecordsPatch): Block[] {
  const table = new Map<string, Record<string, unknown>>(rows.map((row) => [row.id, { ...row }]));
  for (const change of patch.changes) {
    if (change.kind === 'add') table.set(change.row.id, { ...change.row });
    else if (change.kind === 'remove') table.delete(change.row.id);
    else
      for (const [field, { to }] of Object.entries(change.fields))
        Object.assign(table.get(change.id) ?? {}, { [field]: to });
  }
  return ([...table.values()] as unknown as Block[]).sort(compareByOrder);
}

describe('reconcileBlocks', () => {
  const story = ['EXT. SEA', 'Black water under a torn sky.', 'MARA', 'Come home.', 'A calm, pink sea.'];

  test('the same text again changes nothing', () => {
    expect(importTwice(story, story).after.patch.changes).toEqual([]);
  });

  test('an edited paragraph is one update of its text, wherever it stands', () => {
    const edited = story.with(1, 'Black water under a broken, starless sky.');
    const { after } = importTwice(story, edited);
    expect(after.patch.changes).toEqual([
      { kind: 'update', entity: 'block', id: 'block-2', fields: { text: { from: story[1], to: edited[1] } } },
    ]);
  });

  test('a paragraph put in before everything else adds one row and touches no other', () => {
    const { after } = importTwice(story, ['Fog.', ...story]);
    expect(after.counts).toEqual({ kept: 5, edited: 0, moved: 0, added: 1, removed: 0 });
    expect(after.patch.changes).toHaveLength(1);
  });

  test('a scene that moves keeps its ids, and the rows that stayed are not written', () => {
    const scenes = [0, 1, 2, 3].map((n) => [
      `INT. ROOM ${n}`,
      `Dust settles in room ${n}.`,
      'MARA',
      '(beat)',
      `Line ${n}, said aloud.`,
    ]);
    const [a = [], b = [], c = [], d = []] = scenes;
    const { before, after } = importTwice([...a, ...b, ...c, ...d], [...a, ...c, ...d, ...b]);
    expect(after.counts).toMatchObject({ kept: 15, moved: 5, added: 0, removed: 0 });
    for (const text of b.filter((line) => /\d/.test(line)))
      expect(idOf(after, text)).toBe(idOf(before, text));
    expect(after.patch.changes).toHaveLength(5);
  });

  test('a paragraph that is split leaves its id with the likest half', () => {
    const { before, after } = importTwice(
      story,
      story.toSpliced(1, 1, 'Black water.', 'Black water under a torn.'),
    );
    expect(idOf(after, 'Black water under a torn.')).toBe(idOf(before, story[1] ?? ''));
    expect(after.counts).toMatchObject({ edited: 1, added: 1, removed: 0 });
  });

  const word = fc.constantFrom(
    'sea',
    'SEA',
    'light',
    'LIGHT',
    'rain',
    'Mara waits',
    'Mara waits again',
    'beat',
    '',
  );
  const texts = fc.array(word, { maxLength: 30 });

  test('the patch makes the stored blocks the new reading, in order, and applies twice to the same effect', () => {
    fc.assert(
      fc.property(texts, texts, texts, (first, second, third) => {
        const newId = createIds();
        let rows: Block[] = [];
        for (const reading of [first, second, third].map(contentsOf)) {
          const result = reconcileBlocks(rows, reading, projectId, newId);
          rows = apply(rows, result.patch);
          expect(rows).toEqual(result.blocks);
          expect(rows.map(({ kind, text }) => [kind, text])).toEqual(
            reading.map(({ kind, text }) => [kind, text]),
          );
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          expect(new Set(rows.map(({ order }) => order)).size).toBe(rows.length);
          expect(reconcileBlocks(rows, reading, projectId, newId).patch.changes).toEqual([]);
          const { kept, edited, moved, added } = result.counts;
          expect(kept + edited + moved + added).toBe(reading.length);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('what occurs once before and after keeps its id, wherever it went', () => {
    const unique = fc.uniqueArray(
      fc.integer({ min: 0, max: 60 }).map((n) => `paragraph number ${n}`),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(unique, unique, (first, second) => {
        const { before, after } = importTwice(first, second);
        for (const text of first.filter((line) => second.includes(line)))
          expect(idOf(after, text)).toBe(idOf(before, text));
      }),
    );
  });

  test('blocks that two devices gave the same order key are told apart', () => {
    const { before } = importTwice(story, story);
    const tied = before.blocks.map((block) => ({ ...block, order: 'a1' }));
    const sorted = [...tied].sort(compareByOrder).map(({ text }) => text);
    const wanted = ['First.', ...sorted.toSpliced(2, 0, 'Middle.'), 'Last.'];
    const { patch } = reconcileBlocks(tied, contentsOf(wanted), projectId, createOtherIds());
    expect(apply(tied, patch).map(({ text }) => text)).toEqual(wanted);
  });
});

function createOtherIds(): () => string {
  const newId = createIds();
  return () => `other-${newId()}`;
}

test('locateBlocks finds stored blocks in a later reading', () => {
  const reading = contentsOf(['One.', 'Two.', 'Three.']);
  const { blocks } = reconcileBlocks([], reading, projectId, createIds());
  const later = contentsOf(['A longer beginning.', 'One.', 'Three.']);
  const places = locateBlocks(blocks, later);
  expect(places.get(blocks[2]?.id as Block['id'])).toEqual({
    start: later[2]?.sourceStart,
    end: later[2]?.sourceEnd,
  });
});

test('neither repetition nor a complete rewrite takes time that grows with the square', () => {
  const random = (seed: number): string[] => {
    let state = seed;
    return Array.from({ length: 40_000 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return 'abcdef'.charAt((state >> 16) % 6);
    });
  };
  const start = performance.now();
  for (const [first, second] of [
    [random(1), random(2)],
    [Array(40_000).fill('Yes.'), Array(39_000).fill('Yes.').concat(Array(900).fill('No.'))],
    [random(3).map((c, at) => `${c} old ${at}`), random(4).map((c, at) => `${c} new ${at}`)],
  ] as [string[], string[]][])
    importTwice(first, second);
  // The table of a plain comparison would have 1.6 billion places.
  expect(performance.now() - start).toBeLessThan(10_000);
});
