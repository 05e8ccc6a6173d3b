import { expect, test } from 'vitest';
import type { CutComment } from '../../domain/sync/share-messages.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';

const comment: CutComment = {
  ...{ id: 'one', seq: 1, parentId: null, name: 'Willa', text: 'Too dark', byMaker: false, atMs: 0 },
  ...{ shotId: null, shotOffsetMs: null, createdAtMs: 7, resolvedAtMs: null, takeId: null },
};

test('the take that was asked for because of a comment is named by it, and only the first one', async () => {
  await using studio = createTestStudio({ pictures: true, host: 'server' });
  const { client } = studio;
  const projectId = await studio.openStory();
  studio.studio.parts.store.comments.merge(projectId, { comments: [comment], removed: [], seq: 1 });
  const shots = await client.shots.list({ projectId });
  const [first] = shots.map(({ id }) => id);
  if (first === undefined) throw new Error('a film has shots');
  const choice = { provider: 'paid', stillModel: null, clipModel: null, slate: false, shotIds: [first] };
  const run = { projectId, choice: { ...choice, upTo: 'still' as const }, maxCostUsdMicros: 1_000_000 };
  const activity = await client.jobs.start(run);
  await client.shares.awaitTake({ projectId, commentId: 'one', shotId: first });
  const took = async () => (await client.shares.comments({ projectId, after: 0 })).comments[0]?.takeId;
  expect(await took()).toBeNull();
  for (;;) {
    const now = (await client.activities.list()).find(({ id }) => id === activity.id);
    if (now?.finishedAtMs !== null) break;
    await studio.clock.advanceToNext();
  }
  const [take] = await client.assets.takes({ projectId, shotId: first });
  expect(take?.id).toBeDefined();
  expect(await took()).toBe(take?.id);
});
