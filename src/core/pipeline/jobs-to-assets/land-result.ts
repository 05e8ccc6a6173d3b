import { takeOfJob } from '../../../domain/assets/take-of-job.ts';
import type { Job } from '../../../domain/jobs/job.ts';
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
  const assetId = added.value.asset.id;
  const { costUsdMicros } = file;
  const take = takeOfJob(job, { assetId, costUsdMicros, createdAtMs: clock.nowMs() });
  const shot = store.row('shot', job.shotId);
  const chosen = job.request.kind === 'still' ? { chosenStillId: take.id } : { chosenClipId: take.id };
  const patch = patchOf([
    ...added.value.patch.changes,
    store.row('take', take.id) === null ? addChange('take', take) : null,
    // The shot may have been deleted meanwhile; its take is kept all the same.
    shot === null ? null : updateChange('shot', shot, chosen),
  ]);
  return ok({ assetId, takeId: take.id, patch });
}
