import type { Asset } from '../../../domain/assets/asset.ts';
import type { Take } from '../../../domain/assets/take.ts';
import type { RequestSource } from '../../../domain/jobs/build-requests.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { frameFlicks } from '../../../domain/kernel/time.ts';
import type { Project } from '../../../domain/project/project.ts';
import { projectRate } from '../../../domain/project/project.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import type { ClipItem, Item } from '../../../domain/timeline/records.ts';
import type { CommissionContext, CommissionPlan, PlanPurpose } from './commission-plan.ts';
import { pictureToCome } from './known-pictures.ts';

/** What a part of the film is made beside: a clip of the timeline with its medium, and what it belongs to. */
export interface Neighbour {
  readonly item: ClipItem;
  readonly assetId: AssetId;
  readonly asset: Asset;
  /** The take that it shows, and its shot; null for a file that is none. */
  readonly take: Take | null;
  readonly shot: Shot | null;
}

/** The clip's medium and whose it is. Refuses `timeline.no-media` for what is no clip with a picture. */
export function neighbourOf(
  { store }: Pick<CommissionContext, 'store'>,
  project: Project,
  item: Item | undefined,
): Result<Neighbour> {
  const asset = item?.kind === 'clip' && item.assetId !== null ? store.row('asset', item.assetId) : null;
  if (item?.kind !== 'clip' || asset === null || (asset.kind !== 'image' && asset.kind !== 'video')) {
    return fail(
      'timeline.no-media',
      'There is no clip with a picture there any more. Nothing was sent. Choose a clip on the timeline.',
    );
  }
  const takes = store.rows('take', project.id).filter((take) => take.assetId === asset.id);
  const take = takes.find(({ shotId }) => shotId === item.shotId) ?? takes[0] ?? null;
  const shotId = item.shotId ?? take?.shotId ?? null;
  const shot = shotId === null ? null : store.row('shot', shotId);
  return ok({ item, assetId: asset.id, asset, take, shot });
}

/** The clip's picture at a time of its medium, as a file of its own. A still is its own picture. */
export async function pictureAt(
  { store, library }: Pick<CommissionContext, 'store' | 'library'>,
  { asset, assetId }: Neighbour,
  atFlicks: number,
  purpose: PlanPurpose,
): Promise<Result<AssetId>> {
  if (asset.kind === 'image') return ok(assetId);
  if (purpose === 'price') return ok(pictureToCome);
  const added = await library.addFrame(assetId, Math.max(0, atFlicks), {
    origin: 'generated',
    name: `${asset.name} frame`,
  });
  if (!added.ok) return added;
  const { asset: picture, patch } = added.value;
  if (patch.changes.length > 0) {
    const committed = store.commit(patch, { projectId: null, label: 'Keep a picture', undoable: false });
    if (!committed.ok) return committed;
  }
  return ok(picture.id);
}

/** The first and the last picture that a clip shows, in times of its medium. */
export function edgesOf(
  { item }: Neighbour,
  project: Project,
): { readonly first: number; readonly last: number } {
  const frame = frameFlicks(projectRate(project));
  return {
    first: item.sourceInFlicks,
    last: Math.max(item.sourceInFlicks, item.sourceInFlicks + item.durationFlicks - frame),
  };
}

export function sourceOf({ store }: Pick<CommissionContext, 'store'>, project: Project): RequestSource {
  const { id } = project;
  return {
    project,
    scenes: store.rows('scene', id),
    shots: store.rows('shot', id),
    cast: store.rows('cast', id),
    places: store.rows('place', id),
  };
}

/** A plan whose only line cannot be asked for, and why. */
export function refusedPlan(
  key: string,
  words: string,
  problem: string,
  shot: Shot | null,
  kind: 'clip' | 'still' | 'upscaled-clip' | 'upscaled-still' = 'clip',
): CommissionPlan {
  const subject = shot === null ? {} : { shotId: shot.id };
  return { requests: [], refused: [{ key, subject, kind, words, problem }] };
}
