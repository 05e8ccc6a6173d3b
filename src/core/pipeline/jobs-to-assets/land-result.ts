import { readFile } from 'node:fs/promises';
import { chooseForSubject } from '../../../domain/assets/commands/choose-for-subject.ts';
import type { Take } from '../../../domain/assets/take.ts';
import { takeKindOf, takeOfJob } from '../../../domain/assets/take-of-job.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { isPictureRequest } from '../../../domain/jobs/request-kinds.ts';
import { addChange, patchOf } from '../../../domain/kernel/patch.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { MediaLibrary } from '../../library/media-library.ts';
import type { FetchedFile, Landed } from '../../orchestrator/orchestrator.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../store/store.ts';
import { subjectRows } from '../../store/subject-rows.ts';

/**
 * A fetched file becomes an asset and a take, and the take becomes the chosen one of what it is for: what was asked for last
 * is what a person wants to see; earlier takes stay. A reading or transcript becomes an asset alone. Commits nothing: the
 * engine writes the patch together with `done`. Called again after a crash, it finds the same file and gives the same ids.
 */
export async function landResult(
  { store, library, clock }: { readonly store: Store; readonly library: MediaLibrary; readonly clock: Clock },
  job: Job,
  file: FetchedFile,
): Promise<Result<Landed>> {
  const as = { origin: 'generated', name: nameOfResult(job) } as const;
  const added =
    file.mime === 'application/json'
      ? await library.addText(await readFile(file.path), { ...as, extension: 'json', mime: file.mime })
      : await library.addMedia(file.path, as, { move: true });
  if (!added.ok) return added;
  const assetId = added.value.asset.id;
  const kind = takeKindOf(job.request.kind);
  if (kind === null) return ok({ assetId, takeId: null, patch: added.value.patch });
  const { costUsdMicros } = file;
  const fromTakeId = sourceTakeId(store, job);
  const take = takeOfJob(job, kind, { assetId, costUsdMicros, createdAtMs: clock.nowMs(), fromTakeId });
  const patch = patchOf([
    ...added.value.patch.changes,
    store.row('take', take.id) === null ? addChange('take', take) : null,
    chooseForSubject(take, job.request, subjectRows(store, take)),
  ]);
  return ok({ assetId, takeId: take.id, patch });
}

function nameOfResult({ request }: Job): string {
  return isPictureRequest(request)
    ? `${request.brief.shotNumber} ${request.part ?? request.kind}`
    : request.kind;
}

/** The take whose file the request began with, so that what it was made from stays known. */
function sourceTakeId(store: Store, { request, projectId, shotId }: Job): Take['id'] | null {
  if (isPictureRequest(request) && request.reworded !== undefined) return request.reworded.takeId;
  const sourceAssetId =
    request.kind === 'upscaled-still' || request.kind === 'upscaled-clip'
      ? request.sourceAssetId
      : isPictureRequest(request)
        ? request.sourceClipAssetId
        : undefined;
  if (sourceAssetId === undefined) return null;
  const takes = store.rows('take', projectId);
  return takes.find((take) => take.assetId === sourceAssetId && take.shotId === shotId)?.id ?? null;
}
