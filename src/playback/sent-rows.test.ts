import { expect, test } from 'vitest';
import { applyPatch, indexTimeline } from '../domain/timeline/timeline-index.ts';
import { frames, makeClip, makeRows, testRate } from '../testing/builders/timeline-rows.ts';
import { createSentRows } from './sent-rows.ts';

test('only what changed is sent, whole, and a worker that applies it has the same timeline', () => {
  const rows = makeRows([makeClip('a', 10), makeClip('b', 20), makeClip('c', 30)]);
  const index = indexTimeline(rows, testRate);
  const sent = createSentRows();
  const worker = indexTimeline({ tracks: [], items: [], transitions: [] }, testRate);
  applyPatch(worker, sent.changes(index, null));
  expect(worker.main.durationFlicks).toBe(frames(60));
  expect(sent.changes(index, null).changes).toEqual([]);

  const [a, b] = rows.items;
  if (a === undefined || b === undefined) throw new Error('rows are gone');
  const patch = {
    changes: [
      {
        kind: 'update',
        entity: 'item',
        id: a.id,
        fields: { durationFlicks: { from: frames(10), to: frames(15) } },
      },
      { kind: 'remove', entity: 'item', row: b as never },
    ],
  } as const;
  applyPatch(index, patch);
  const changes = sent.changes(index, patch);
  expect(changes.changes.map(({ kind }) => kind).sort()).toEqual(['add', 'remove']);
  applyPatch(worker, changes);
  expect(worker.main.durationFlicks).toBe(frames(45));
  expect([...worker.items.keys()]).toEqual([...index.items.keys()]);
});
