import type { Job } from '../../../domain/jobs/job.ts';
import { deriveId } from '../../../domain/kernel/derive-id.ts';
import type { AssetId, ItemId } from '../../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../../domain/kernel/patch.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { frameFlicks } from '../../../domain/kernel/time.ts';
import type { Project } from '../../../domain/project/project.ts';
import { projectRate } from '../../../domain/project/project.ts';
import {
  type NewPart,
  putIntoGap,
  putOver,
  putRightBehind,
} from '../../../domain/timeline/commands/put-part.ts';
import type { TimelineIndex } from '../../../domain/timeline/timeline-index.ts';
import type { CommissionContext } from './commission-plan.ts';

export type PartFit = 'keep' | 'grow';

type Placing = Pick<CommissionContext, 'store' | 'timelines'>;

/** Behind the clip that it carries on. Its first picture is the clip's last one, and is not shown twice. */
export function placeExtension(
  context: Placing,
  project: Project,
  job: Job,
  {
    itemId,
    assetId,
    byFlicks,
  }: { readonly itemId: ItemId; readonly assetId: AssetId; readonly byFlicks: number },
): Promise<Result<string | null>> {
  const frame = frameFlicks(projectRate(project));
  return place(context, project, job, 'Carry clip on', (index, part) => {
    if (!shows(index, itemId, assetId))
      return gone(
        'The clip that it carries on is not in the film any more. The take is kept; put it in by hand.',
      );
    const durationFlicks = Math.min(byFlicks, part.sourceLengthFlicks - frame);
    return putRightBehind(index, itemId, { ...part, sourceInFlicks: frame, durationFlicks });
  });
}

/** In the place of the part that it takes. */
export function placeRetake(
  context: Placing,
  project: Project,
  job: Job,
  wish: {
    readonly itemId: ItemId;
    readonly assetId: AssetId;
    readonly fromFlicks: number;
    readonly toFlicks: number;
    readonly fit: PartFit;
  },
): Promise<Result<string | null>> {
  const { itemId, assetId, fromFlicks, toFlicks, fit } = wish;
  return place(context, project, job, 'Retake part', (index, part) => {
    if (!shows(index, itemId, assetId))
      return gone(
        'The clip that it is a part of is not in the film any more. The take is kept; put it in by hand.',
      );
    const spanFlicks = toFlicks - fromFlicks;
    const durationFlicks =
      fit === 'grow' ? part.sourceLengthFlicks : Math.min(spanFlicks, part.sourceLengthFlicks);
    return putOver(index, itemId, { fromFlicks, toFlicks }, { ...part, sourceInFlicks: 0, durationFlicks });
  });
}

/** In a gap, as long as that is, or with `grow` as long as the clip is. */
export function placeInGap(
  context: Placing,
  project: Project,
  job: Job,
  { itemId, fit }: { readonly itemId: ItemId; readonly fit: PartFit },
): Promise<Result<string | null>> {
  return place(context, project, job, 'Fill gap', (index, part) => {
    const gap = index.items.get(itemId);
    if (gap?.kind !== 'gap')
      return gone('The gap is not there any more. The take is kept; put it in by hand.');
    const durationFlicks =
      fit === 'grow' ? part.sourceLengthFlicks : Math.min(gap.durationFlicks, part.sourceLengthFlicks);
    return putIntoGap(index, itemId, { ...part, sourceInFlicks: 0, durationFlicks });
  });
}

/** Puts a result onto the timeline as one undoable edit, once: asked for again, it finds that it stands there. */
async function place(
  { store, timelines }: Placing,
  project: Project,
  job: Job,
  label: string,
  edit: (index: TimelineIndex, part: NewPart) => Result<RecordsPatch>,
): Promise<Result<string | null>> {
  const asset = job.assetId === null ? null : store.row('asset', job.assetId);
  const sourceLengthFlicks = asset?.facts?.durationFlicks ?? 0;
  if (asset === null || sourceLengthFlicks === 0)
    return gone('The result is no moving clip. The take is kept; put it in by hand.');
  const index = timelines.of(project);
  const id = deriveId('item', job.id) as ItemId;
  if (index.items.has(id)) return ok(null);
  let cuts = 0;
  const patch = edit(index, {
    ...{ id, assetId: asset.id, sourceLengthFlicks, sourceInFlicks: 0, durationFlicks: 0 },
    newId: () => deriveId('item', job.id, ++cuts),
  });
  if (!patch.ok) return patch;
  const committed = store.commit(patch.value, { projectId: project.id, label, undoable: true });
  return committed.ok ? ok('It stands on the timeline.') : committed;
}

function shows(index: TimelineIndex, itemId: ItemId, assetId: AssetId): boolean {
  const item = index.items.get(itemId);
  return item?.kind === 'clip' && item.assetId === assetId;
}

function gone(why: string): Result<never> {
  return fail('timeline.no-item', why);
}
