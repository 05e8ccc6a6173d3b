import type { CastMember } from '../cast/cast-member.ts';
import { deriveId } from '../kernel/derive-id.ts';
import type { AssetId } from '../kernel/ids.ts';
import type { Project } from '../project/project.ts';
import type { Scene } from '../scenes/scene.ts';
import { composePrompt } from '../shots/prompt/compose-prompt.ts';
import type { Shot } from '../shots/shot.ts';
import { numberShots, type SlateNumber, shotsInFilmOrder } from '../shots/shot-numbers.ts';
import type { PictureRequest, ShotBrief } from './generation-request.ts';

/** The rows that requests are frozen from. */
export interface RequestSource {
  readonly project: Project;
  readonly scenes: readonly Scene[];
  readonly shots: readonly Shot[];
  readonly cast: readonly CastMember[];
}

/** Who generates, with the provider's own model ids. */
export interface RequestModels {
  readonly provider: string;
  readonly stillModel: string;
  readonly clipModel: string;
  readonly slate: boolean;
}

/** The built-in generator, which draws stills and clips with one model. */
export const animaticModels: RequestModels = {
  provider: 'animatic',
  stillModel: 'animatic-1',
  clipModel: 'animatic-1',
  slate: true,
};

/** What a shot asks for. A clip begins with a still, which is known once that is made; null for a clip from nothing. */
export interface ShotRequests {
  readonly shot: Shot;
  readonly still: PictureRequest;
  clip(startFrameAssetId: AssetId | null): PictureRequest;
}

/** Largest seed that providers take. */
const seedLimit = 0x7fffffff;

/** The requests of all shots in film order. Pure: the same rows give equal requests, so equal digests. */
export function buildRequests(source: RequestSource, models: RequestModels): ShotRequests[] {
  const numbers = numberShots(source.scenes, source.shots);
  return shotsInFilmOrder(source.scenes, source.shots).map((shot) =>
    buildShotRequests(source, models, shot, numbers.get(shot.id)),
  );
}

/** The requests of one shot. Its slate number is drawn, but is no part of a request's digest. */
export function buildShotRequests(
  source: Pick<RequestSource, 'project' | 'cast'>,
  models: RequestModels,
  shot: Shot,
  number: SlateNumber | undefined,
): ShotRequests {
  const brief = briefOf(shot, source.cast, number);
  return {
    shot,
    still: requestOf(source, models, shot, brief, 'still', null),
    clip: (startFrameAssetId) => requestOf(source, models, shot, brief, 'clip', startFrameAssetId),
  };
}

/** The seed of a shot's takes: of the first ones for `attempt` 0, of other pictures of the same from 1 on. */
export function seedOfShot(shotId: string, attempt = 0): number {
  const parts = attempt === 0 ? [shotId] : [shotId, attempt];
  return Number.parseInt(deriveId('seed', ...parts).slice(0, 8), 16) & seedLimit;
}

function requestOf(
  { project, cast }: Pick<RequestSource, 'project' | 'cast'>,
  models: RequestModels,
  shot: Shot,
  brief: ShotBrief,
  kind: 'still' | 'clip',
  startFrameAssetId: AssetId | null,
): PictureRequest {
  return {
    kind,
    provider: models.provider,
    model: kind === 'still' ? models.stillModel : models.clipModel,
    prompt: composePrompt(shot, cast, project.style, kind).text,
    negativePrompt: null,
    seed: seedOfShot(shot.id),
    widthPx: project.widthPx,
    heightPx: project.heightPx,
    fpsNum: project.fpsNum,
    fpsDen: project.fpsDen,
    durationFlicks: kind === 'still' ? 0 : shot.durationFlicks,
    style: project.style,
    slate: models.slate,
    startFrameAssetId,
    brief,
  };
}

function briefOf(shot: Shot, cast: readonly CastMember[], number: SlateNumber | undefined): ShotBrief {
  const { kind, size, angle, move, lensMm, description, subject, dialogue, setting, place, timeOfDay, mood } =
    shot;
  return {
    kind,
    size,
    angle,
    move,
    lensMm,
    description,
    subject,
    dialogue,
    setting,
    place,
    timeOfDay,
    mood,
    characters: shot.characters.map((name) => ({
      name,
      description: cast.find((member) => member.name === name)?.description ?? null,
    })),
    sceneNumber: number?.sceneNumber ?? '0',
    shotNumber: number?.shotNumber ?? '0A',
  };
}
