import type { Store } from '../../src/core/store/store.ts';
import type { Take } from '../../src/domain/assets/take.ts';
import { animaticModels, buildRequests } from '../../src/domain/jobs/build-requests.ts';
import { jobIdOf, requestDigest, takeIdOf } from '../../src/domain/jobs/request-digest.ts';
import type { AssetId, ProjectId } from '../../src/domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../src/domain/kernel/patch.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import type { Shot } from '../../src/domain/shots/shot.ts';

/** Gives every shot of a project an up-to-date still; shots take turns with the pictures, from the `from`th on. */
export function giveStills(store: Store, projectId: ProjectId, assetIds: readonly AssetId[], from = 0): void {
  const project = store.row('project', projectId);
  if (project === null) throw new Error('The project is gone.');
  const source = {
    project,
    scenes: store.rows('scene', projectId),
    shots: store.rows('shot', projectId),
    cast: store.rows('cast', projectId),
    places: store.rows('place', projectId),
  };
  const changes = buildRequests(source, animaticModels).flatMap(({ shot, still }, i) => {
    const digest = requestDigest(still);
    const jobId = jobIdOf(shot.id, digest, 0);
    const assetId = assetIds[(from + i) % assetIds.length];
    if (assetId === undefined) throw new Error('There is no picture.');
    const take: Take = {
      id: takeIdOf(jobId),
      projectId,
      shotId: shot.id,
      sceneId: null,
      castId: null,
      placeId: null,
      fromTakeId: null,
      rating: null,
      discardedAtMs: null,
      kind: 'still',
      assetId,
      jobId,
      requestDigest: digest,
      provider: still.provider,
      model: still.model,
      seed: still.seed,
      costUsdMicros: 0,
      createdAtMs: 1,
    };
    return [addChange('take', take), updateChange<Shot>('shot', shot, { chosenStillId: take.id })];
  });
  unwrap(store.commit(patchOf(changes), { projectId, label: 'Bench', undoable: false }));
}
