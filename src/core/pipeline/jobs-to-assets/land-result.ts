import type { Take } from '../../../domain/assets/take.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { takeIdOf } from '../../../domain/jobs/request-digest.ts';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { FetchedFile, Landed } from '../../orchestrator/orchestrator.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../store/store.ts';

/**
 * A fetched file becomes an asset and a take, and the take becomes the shot's chosen one: what was asked for last is
 * what a person wants to see; earlier takes stay. Commits nothing: the engine writes the patch together with `done`.
 * Called again after a crash, it finds the same file and gives the same ids.
 */
export async function landResult(
  { store, library, clock }: { readonly store: Store; readonly library: MediaLibrary; readonly clock: Clock },
  job: Job,
  file: FetchedFile,
): Promise<Result<Landed>> {
  const name = `${job.request.brief.shotNumber} ${job.request.kind}`;
  const added = await library.addMedia(file.path, { origin: 'generated', name }, { move: true });
  if (!added.ok) return added;
  const takeId = takeIdOf(job.id);
  const take: Take = {
    id: takeId,
    projectId: job.projectId,
    shotId: job.shotId,
    kind: job.request.kind,
    assetId: added.value.asset.id,
    jobId: job.id,
    requestDigest: job.requestDigest,
    provider: job.provider,
    model: job.request.model,
    seed: job.request.seed,
    costUsdMicros: file.costUsdMicros ?? job.estimateUsdMicros,
    createdAtMs: clock.nowMs(),
  };
  const shot = store.row('shot', job.shotId);
  const chosen = job.request.kind === 'still' ? { chosenStillId: takeId } : { chosenClipId: takeId };
  const patch = patchOf([
    ...added.value.patch.changes,
    store.row('take', takeId) === null ? addChange('take', take) : null,
    // The shot may have been deleted meanwhile; its take is kept all the same.
    shot === null ? null : updateChange('shot', shot, chosen),
  ]);
  return ok({ assetId: added.value.asset.id, takeId, patch });
}
