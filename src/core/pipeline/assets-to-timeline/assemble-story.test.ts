import { expect, test } from 'vitest';
import { ProjectId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { unwrap } from '../../../domain/kernel/result.ts';
import { frameRates } from '../../../domain/kernel/time.ts';
import { describeFrame } from '../../../domain/timeline/frame-plan.ts';
import { applyPatch, indexTimeline } from '../../../domain/timeline/timeline-index.ts';
import {
  makeAsset,
  makeProject,
  makeScene,
  makeShot,
  makeTake,
  takeId,
} from '../../../testing/builders/story-rows.ts';
import { assetId, frames, testProjectId } from '../../../testing/builders/timeline-rows.ts';
import { createTestStore } from '../../../testing/create-test-store.ts';
import { assembleStory } from './assemble-story.ts';

const project = makeProject({ title: 'The Last Signal' });

function storeWithStory() {
  const kept = createTestStore();
  const shots = [
    makeShot('a', 'a0', { transitionOut: 'dissolve', chosenClipId: takeId('t1') }),
    makeShot('b', 'a1', {
      dialogue: { speaker: 'MARA', text: 'Is anyone out there?', parenthetical: null, offScreen: true },
    }),
  ];
  const rows = patchOf([
    addChange('project', project),
    addChange('scene', makeScene('one', 'a0')),
    ...shots.map((shot) => addChange('shot', shot)),
    addChange('asset', makeAsset(1, 100)),
    addChange('asset', makeAsset(2, 200)),
    addChange('take', makeTake('t1', 'a', 1)),
    addChange('take', makeTake('t2', 'a', 2)),
  ]);
  unwrap(kept.store.commit(rows, { projectId: testProjectId, label: 'Story', undoable: false }));
  return { kept, shots };
}

test('the timeline of a story is written once, follows a take, and goes with undo', () => {
  const { kept, shots } = storeWithStory();
  using _ = kept;
  const { store } = kept;
  const first = unwrap(assembleStory(store, testProjectId));
  expect(first.changes.length).toBeGreaterThan(5);
  expect(unwrap(assembleStory(kept.reopen(), testProjectId)).changes).toEqual([]);

  const [shot] = shots;
  if (shot === undefined) throw new Error('no shot');
  const choose = patchOf([updateChange('shot', shot, { chosenClipId: takeId('t2') })]);
  unwrap(kept.store.commit(choose, { projectId: testProjectId, label: 'Choose take', undoable: true }));
  const second = unwrap(assembleStory(kept.store, testProjectId));
  expect(second.changes).toHaveLength(1);

  const rows = {
    tracks: kept.store.rows('track', testProjectId),
    items: kept.store.rows('item', testProjectId),
    transitions: kept.store.rows('transition', testProjectId),
  };
  const index = indexTimeline(rows, frameRates['24']);
  const { layers } = describeFrame(index, frames(72 + 20));
  expect(layers).toMatchObject([
    { kind: 'picture', assetId: assetId(2), sourceFlicks: frames(20), opacity: 1 },
  ]);
  const undone = unwrap(kept.store.undo(testProjectId));
  applyPatch(index, undone.patch);
  expect(describeFrame(index, frames(92)).layers).toMatchObject([{ assetId: assetId(1) }]);
});

test('a project that is not there is a fault', () => {
  using kept = createTestStore();
  const result = assembleStory(kept.store, ProjectId.parse('nobody'));
  expect(result).toMatchObject({ ok: false, fault: { code: 'project.not-found' } });
});
