import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobState } from '../../domain/jobs/job.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createTestStore, type TestStore } from '../../testing/create-test-store.ts';
import { findAssetUses } from './asset-uses.ts';

let studio: TestStore;
beforeEach(() => {
  studio = createTestStore();
});
afterEach(() => studio.dispose());

const project = sampleRow('project', { sourceAssetId: null });
const picture = sampleRow('asset', {
  id: AssetId.parse('a'.repeat(64)),
  kind: 'image',
  origin: 'generated',
  facts: null,
});
const request = stillRequest({ kind: 'clip', part: 'extension', startFrameAssetId: picture.id });

test.each([
  ['queued', 'takes-used'],
  ['running', 'takes-used'],
  // A person may say a word, and then it is sent with its picture.
  ['draft', 'takes-used'],
  ['unknown', 'takes-used'],
  ['done', 'orphans'],
  ['failed', 'orphans'],
  ['cancelled', 'orphans'],
] as const satisfies readonly (readonly [JobState, string])[])(
  'the picture that a %s request begins with counts as %s',
  (state, use) => {
    const { store } = studio;
    const result = state === 'done' ? sampleRow('asset').id : null;
    const job = sampleRow('job', { projectId: project.id, state, request, assetId: result });
    const take = result === null ? null : sampleRow('take').id;
    const rows = [
      addChange('project', project),
      addChange('asset', picture),
      addChange('job', { ...job, takeId: take }),
    ];
    unwrap(store.commit(patchOf(rows), { projectId: project.id, label: 'Rows', undoable: false }));
    expect(findAssetUses(store).purposeOf(picture)).toBe(use);
  },
);
