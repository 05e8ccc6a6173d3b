import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shotId } from '../../../testing/builders/story-rows.ts';
import {
  frames,
  itemId,
  makeCaption,
  makeClip,
  makeGap,
  makeRows,
  makeTitle,
  makeTransition,
  testRate,
} from '../../../testing/builders/timeline-rows.ts';
import {
  type EditName,
  pickItem,
  type RandomEdit,
  randomEdit,
  runEdit,
} from '../../../testing/random-edits.ts';
import { countStarts, expectIndexTrue, rowsOf } from '../../../testing/timeline-model.ts';
import { type RecordsPatch, reversePatch } from '../../kernel/patch.ts';
import { itemsOfTrack } from '../queries.ts';
import { Item, Transition } from '../records.ts';
import { applyPatch, indexTimeline, type TimelineIndex } from '../timeline-index.ts';

/** A short film with everything on it: gaps, a dissolve, live-linked captions, a title, a clip over it, stills. */
function film(size: number): TimelineIndex {
  const main: Item[] = [];
  const others: Item[] = [];
  for (let i = 0; i < size; i++) {
    const id = `m${i}`;
    if (i % 5 === 3) main.push(makeGap(id, 6));
    else {
      const still = i % 5 === 4;
      main.push(
        makeClip(id, 8 + (i % 4) * 5, {
          shotId: shotId(`s${i}`),
          ...(still ? { sourceInFlicks: 0, sourceLengthFlicks: 0 } : {}),
        }),
      );
      others.push(
        makeCaption(`c${i}`, 4, {
          shotId: shotId(`s${i}`),
          anchor: { to: 'item', itemId: itemId(id), offsetFlicks: frames(2) },
        }),
      );
    }
    if (i % 4 === 1) {
      others.push(
        makeTitle(`t${i}`, 5, { anchor: { to: 'item', itemId: itemId(id), offsetFlicks: frames(3) } }),
      );
    }
  }
  others.push(makeTitle('fixed', 3, { anchor: { to: 'time', atFlicks: frames(500) } }));
  return indexTimeline(makeRows(main, others, size > 1 ? [makeTransition('m0', 4)] : []), testRate);
}

const story = fc.record({
  size: fc.integer({ min: 0, max: 9 }),
  edits: fc.array(randomEdit, { minLength: 1, maxLength: 25 }),
});

/** Runs edits one after the other, with what each did. */
function play(
  { size, edits }: { readonly size: number; readonly edits: readonly RandomEdit[] },
  look: (step: Step) => void,
): TimelineIndex {
  const index = film(size);
  edits.forEach((edit, serial) => {
    const before = indexTimeline(rowsOf(index), testRate);
    const item = pickItem(index, edit);
    const result = runEdit(index, edit, serial);
    if (!result.ok) {
      expect(result.fault.code).toMatch(/^timeline\./);
      expect(result.fault.message).toMatch(/^Nothing was changed\. /);
      expect(rowsOf(index)).toEqual(rowsOf(before));
      return;
    }
    applyPatch(index, result.value);
    look({ edit, item, before, after: index, patch: result.value });
  });
  return index;
}

interface Step {
  readonly edit: RandomEdit;
  readonly item: Item | null;
  readonly before: TimelineIndex;
  readonly after: TimelineIndex;
  readonly patch: RecordsPatch;
}

describe('every command, in any order', () => {
  test('is taken back by its reversed patch, and a record appears once in a patch', () => {
    fc.assert(
      fc.property(story, (script) => {
        play(script, ({ before, after, patch }) => {
          const ids = patch.changes.map((change) => (change.kind === 'update' ? change.id : change.row.id));
          expect(new Set(ids).size).toBe(ids.length);
          applyPatch(after, reversePatch(patch));
          expect(rowsOf(after)).toEqual(rowsOf(before));
          applyPatch(after, patch);
        });
      }),
    );
  });

  test('keeps the index in step with the rows', () => {
    fc.assert(
      fc.property(story, (script) => {
        expectIndexTrue(
          play(script, ({ after }) => void expect(after.main.durationFlicks).toBeGreaterThanOrEqual(0)),
        );
      }),
    );
  });

  test('leaves only valid rows: whole frames, inside the media, nothing held by what is gone', () => {
    fc.assert(
      fc.property(story, (script) => {
        const index = play(script, () => undefined);
        for (const item of index.items.values()) {
          expect(Item.parse(item)).toEqual(item);
          expect(item.durationFlicks % frames(1)).toBe(0);
          if (item.anchor?.to === 'item') {
            expect(index.items.get(item.anchor.itemId)?.trackId).toBe(index.mainTrackId);
            expect(Math.abs(item.anchor.offsetFlicks) % frames(1)).toBe(0);
          }
          if (item.kind === 'clip' && item.sourceLengthFlicks > 0) {
            expect(item.sourceInFlicks + item.durationFlicks).toBeLessThanOrEqual(item.sourceLengthFlicks);
          }
          if (item.kind === 'clip' || item.kind === 'title') {
            expect(item.fadeInFlicks + item.fadeOutFlicks).toBeLessThanOrEqual(item.durationFlicks);
          }
        }
        for (const transition of index.transitions.values()) {
          expect(Transition.parse(transition)).toEqual(transition);
          expect(index.items.get(transition.leftItemId)?.trackId).toBe(index.mainTrackId);
        }
      }),
    );
  });

  test('has the total length it should, and moves only what it should', () => {
    const still: readonly EditName[] = ['trim-start', 'delete', 'roll', 'slide', 'slip', 'split', 'lift'];
    fc.assert(
      fc.property(story, (script) => {
        play(script, ({ edit, item, before, after }) => {
          const grown = after.main.durationFlicks - before.main.durationFlicks;
          const own = item?.durationFlicks ?? 0;
          const isLast = item !== null && before.main.last()?.id === item.id;
          switch (edit.name) {
            case 'ripple-delete':
              expect(grown + own).toBe(0);
              break;
            case 'append':
            case 'insert':
              expect(grown).toBe(frames(edit.length));
              break;
            case 'ripple-trim-start':
            case 'ripple-trim-end': {
              const now = item === null ? undefined : after.items.get(item.id);
              expect(grown).toBe((now?.durationFlicks ?? 0) - own);
              break;
            }
            case 'delete-items':
            case 'ripple-delete-items':
            case 'lift-items':
              expect(grown).toBeLessThanOrEqual(0);
              break;
            case 'overwrite':
            case 'lower-items':
            case 'duplicate-items':
              expect(grown).toBeGreaterThanOrEqual(0);
              break;
            case 'trim-end':
            case 'delete':
            case 'lift':
              if (!isLast) expect(grown).toBe(0);
              break;
            default:
              expect(grown).toBe(0);
          }
          if (!still.includes(edit.name)) return;
          const starts = countStarts([...before.items.values()], before.mainTrackId ?? '');
          const now = countStarts([...after.items.values()], after.mainTrackId ?? '');
          for (const [id, start] of starts) {
            const { kind, anchor } = before.items.get(itemId(id)) ?? {};
            const isCut = edit.name === 'roll' || edit.name === 'slide';
            if (id === item?.id || kind === 'gap' || (isCut && anchor === null)) continue;
            if (edit.name === 'slide' && anchor?.to === 'item' && anchor.itemId === item?.id) continue;
            if (edit.name === 'slip' && kind === 'caption') continue;
            if (now.has(id)) expect([id, Math.max(0, now.get(id) ?? 0)]).toEqual([id, Math.max(0, start)]);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a ripple changes at most three items, and else only where items are anchored', () => {
    const ripples: readonly EditName[] = [
      'insert',
      'append',
      'move',
      'ripple-delete',
      'ripple-trim-start',
      'ripple-trim-end',
      'split',
    ];
    fc.assert(
      fc.property(story, (script) => {
        play(script, ({ edit, patch, before }) => {
          if (!ripples.includes(edit.name)) return;
          const items = patch.changes.filter((change) => {
            if (change.entity !== 'item') return false;
            if (change.kind === 'update') return Object.keys(change.fields).join() !== 'anchor';
            return change.row['trackId'] === before.mainTrackId || change.kind === 'add';
          });
          expect(items.length).toBeLessThanOrEqual(3);
        });
      }),
    );
  });

  test('a command that places an item puts it over no other of its track', () => {
    const placing: readonly EditName[] = [
      'place',
      'add-title',
      'add-caption',
      'lift',
      'trim-start',
      'trim-end',
      'shift-items',
      'place-new',
    ];
    fc.assert(
      fc.property(story, (script) => {
        play(script, ({ edit, before, after }) => {
          if (!placing.includes(edit.name)) return;
          for (const track of after.tracks.values()) {
            if (track.id === after.mainTrackId) continue;
            const old = new Set(overlaps(before, track.id));
            for (const pair of overlaps(after, track.id)) expect(old).toContain(pair);
          }
        });
      }),
    );
  });
});

function overlaps(index: TimelineIndex, track: Parameters<typeof itemsOfTrack>[1]): string[] {
  const placed = itemsOfTrack(index, track);
  return placed.flatMap((a, i) =>
    placed
      .slice(i + 1)
      .filter((b) => b.startFlicks < a.startFlicks + a.item.durationFlicks)
      .map((b) => [a.item.id, b.item.id].sort().join(' ')),
  );
}
