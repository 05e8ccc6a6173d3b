import type { AssetId } from '../kernel/ids.ts';
import type { Shot } from '../shots/shot.ts';
import { numberShots } from '../shots/shot-numbers.ts';
import { buildShotRequests, type RequestSource } from './build-requests.ts';
import type { PictureRequest, ShotBrief } from './generation-request.ts';

export interface PartWish {
  readonly part: NonNullable<PictureRequest['part']>;
  readonly prompt: string;
  readonly durationFlicks: number;
  readonly seed: number;
  readonly startFrameAssetId: AssetId | null;
  /** The picture that it ends with; null where it may end as it likes. */
  readonly endFrameAssetId: AssetId | null;
  /** The clip that it carries on, or a part of which it takes the place. */
  readonly sourceClipAssetId: AssetId | null;
}

/** The request of a stretch of film between pictures that are there; of a shot's brief where it belongs to one. */
export function partRequest(
  source: RequestSource,
  maker: { readonly provider: string; readonly model: string; readonly extra?: PictureRequest['extra'] },
  shot: Shot | null,
  wish: PartWish,
): PictureRequest {
  const { project } = source;
  const { part, prompt, durationFlicks, seed, startFrameAssetId, endFrameAssetId, sourceClipAssetId } = wish;
  const models = { provider: maker.provider, stillModel: maker.model, clipModel: maker.model, slate: false };
  const brief =
    shot === null
      ? plainBrief(prompt)
      : buildShotRequests(source, models, shot, numberShots(source.scenes, source.shots).get(shot.id)).clip(
          null,
        ).brief;
  return {
    kind: 'clip',
    provider: maker.provider,
    model: maker.model,
    prompt,
    negativePrompt: project.negativePrompt,
    seed,
    widthPx: project.widthPx,
    heightPx: project.heightPx,
    fpsNum: project.fpsNum,
    fpsDen: project.fpsDen,
    durationFlicks,
    style: project.style,
    slate: false,
    startFrameAssetId,
    ...(endFrameAssetId === null ? {} : { endFrameAssetId }),
    ...(sourceClipAssetId === null ? {} : { sourceClipAssetId }),
    ...(maker.extra === undefined ? {} : { extra: maker.extra }),
    part,
    brief,
  };
}

/** Of what belongs to no shot. */
function plainBrief(prompt: string): ShotBrief {
  return {
    ...{ kind: 'action', size: 'medium', angle: 'eye', move: 'static', lensMm: 35 },
    ...{ description: prompt, subject: null, dialogue: null, setting: 'unknown', place: null },
    ...{ timeOfDay: 'unknown', mood: null, characters: [], sceneNumber: '0', shotNumber: '0A' },
  };
}
