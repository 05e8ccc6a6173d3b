import type { NewClipInput } from '../../../contract/timeline/new-clip.ts';
import type { AssetId, ProjectId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import { type Medium, mediumOf } from '../../../domain/timeline/assembly/shot-medium.ts';
import type { NewClip } from '../../../domain/timeline/commands/new-clip.ts';
import type { Store } from '../../store/store.ts';

/** The piece of a medium that a caller asked for, with the length of the medium as the library knows it. */
export function findClipMedium(store: Store, projectId: ProjectId, input: NewClipInput): Result<NewClip> {
  const { medium, ...piece } = input;
  switch (medium.of) {
    case 'asset': {
      const asset = store.row('asset', medium.assetId);
      if (asset === null) {
        return fail('library.not-found', `The library has no file ${medium.assetId}. Nothing was changed.`);
      }
      if (asset.kind === 'text' || asset.facts === null) {
        return fail(
          'timeline.not-a-medium',
          `"${asset.name}" has no picture or sound to show. Nothing was changed; choose another file.`,
        );
      }
      const { durationFlicks: sourceLengthFlicks } = asset.facts;
      return ok({ ...piece, assetId: asset.id, shotId: null, sourceLengthFlicks });
    }
    case 'shot': {
      const shown = findShotMedium(store, projectId, medium.shotId);
      return shown.ok ? ok({ ...piece, ...shown.value, shotId: medium.shotId }) : shown;
    }
  }
}

/** What a shot of the project shows now. Refuses `shot.not-found`. */
export function findShotMedium(store: Store, projectId: ProjectId, shotId: ShotId): Result<Medium> {
  const shot = store.row('shot', shotId);
  if (shot === null || shot.projectId !== projectId) {
    return fail(
      'shot.not-found',
      `There is no shot ${shotId} in this project. Nothing was changed; refresh the list.`,
    );
  }
  return ok(shotMedium(store, shot));
}

/** Sound alone, or anything with a picture: what has no medium yet is to get one. */
export function mediumKindOf(store: Store, assetId: AssetId | null): 'video' | 'audio' {
  const asset = assetId === null ? null : store.row('asset', assetId);
  return asset?.kind === 'audio' ? 'audio' : 'video';
}

/** What a shot shows now: its chosen clip, else its chosen still, else nothing yet. */
export function shotMedium(store: Store, shot: Shot): Medium {
  const chosen = [shot.chosenClipId, shot.chosenStillId].filter((id): id is TakeId => id !== null);
  const takes = chosen.map((id) => store.row('take', id)).filter((take) => take !== null);
  const assets = takes.map((take) => store.row('asset', take.assetId)).filter((asset) => asset !== null);
  return mediumOf(
    shot,
    new Map(takes.map((take) => [take.id, take])),
    new Map(assets.map((asset) => [asset.id, asset])),
  );
}
