import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FetchedFile, Landed } from '../core/orchestrator/orchestrator.ts';
import type { Asset } from '../domain/assets/asset.ts';
import { takeKindOf, takeOfJob } from '../domain/assets/take-of-job.ts';
import type { Job } from '../domain/jobs/job.ts';
import { subjectOf } from '../domain/jobs/subject-of.ts';
import { AssetId } from '../domain/kernel/ids.ts';
import { addChange, patchOf } from '../domain/kernel/patch.ts';
import { ok, type Result } from '../domain/kernel/result.ts';

/** A library in one folder, enough for the engine: the file under its SHA-256, one asset and one take per job. */
export function createTestLand(
  libraryFolder: string,
  nowMs: () => number,
  /** Called between the whole file under its temporary name and its final one. */
  beforeRename: () => void = () => undefined,
): (job: Job, file: FetchedFile) => Promise<Result<Landed>> {
  mkdirSync(libraryFolder, { recursive: true });
  return async (job, file) => {
    const assetId = AssetId.parse(createHash('sha256').update(readFileSync(file.path)).digest('hex'));
    const partial = join(libraryFolder, `${assetId}.partial`);
    copyFileSync(file.path, partial);
    beforeRename();
    renameSync(partial, join(libraryFolder, assetId));
    const asset: Asset = {
      id: assetId,
      kind: job.request.kind === 'still' ? 'image' : 'video',
      mime: file.mime,
      extension: 'bin',
      bytes: statSync(file.path).size,
      facts: null,
      origin: 'generated',
      name: subjectOf(job),
      createdAtMs: nowMs(),
      proxyOf: null,
      heldBy: null,
    };
    const take = takeOfJob(job, takeKindOf(job.request.kind) ?? 'still', {
      assetId,
      costUsdMicros: file.costUsdMicros,
      createdAtMs: nowMs(),
    });
    return ok({
      assetId,
      takeId: take.id,
      patch: patchOf([addChange('asset', asset), addChange('take', take)]),
    });
  };
}
