import { afterEach, beforeEach, expect, test } from 'vitest';
import { addChange, patchOf, removeChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { startOf } from '../../domain/timeline/queries.ts';
import { makeProject } from '../../testing/builders/story-rows.ts';
import {
  frames,
  makeCaption,
  makeClip,
  makeTracks,
  testProjectId,
} from '../../testing/builders/timeline-rows.ts';
import { createLightDevices, type LightDevice } from '../../testing/sync/light-store.ts';
import { createOpenTimelines } from './open-timelines.ts';

const project = makeProject();
const edit = { projectId: testProjectId, label: 'Edit', undoable: true };
let devices: readonly LightDevice[];
beforeEach(() => {
  devices = createLightDevices(1);
});
afterEach(() => {
  for (const { store } of devices) store.close();
});

test('a caption whose clip another device deleted stays in the film, and follows the clip again when it comes back', () => {
  const { store } = devices[0] ?? createLightDevices(1)[0] ?? expect.unreachable();
  const [first, second] = [makeClip('a', 24), makeClip('b', 24, { order: 'a1' })];
  const caption = makeCaption('c', 24, {
    anchor: { to: 'item', itemId: second.id, offsetFlicks: frames(2) },
  });
  const rows = [...makeTracks().map((track) => addChange('track', track)), addChange('item', first)];
  const added = [addChange('item', second), addChange('item', caption)];
  unwrap(store.commit(patchOf([addChange('project', project), ...rows, ...added]), edit));
  const timelines = createOpenTimelines(store);
  const start = (): number | null => startOf(timelines.of(project), caption.id);
  expect(start()).toBe(frames(26));
  unwrap(store.commit(patchOf([removeChange('item', second)]), edit));
  expect(start()).toBe(frames(2));
  expect(store.row('item', caption.id)).toEqual(caption);
  unwrap(store.commit(patchOf([addChange('item', second)]), edit));
  expect(start()).toBe(frames(26));
});
