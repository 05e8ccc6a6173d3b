import type { CastMember } from '../cast/cast-member.ts';
import { findPlace } from '../cast/find-place.ts';
import type { Place } from '../cast/place.ts';
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
  readonly places: readonly Place[];
}

/** Who generates, with the provider's own model ids. */
export interface RequestModels {
  readonly provider: string;
  /** Who makes the clips, where that is another one. */
  readonly clipProvider?: string;
  readonly stillModel: string;
  readonly clipModel: string;
  /** Whether the free maker draws scene and shot numbers. */
  readonly slate: boolean;
  /** The same of clips, where another one makes them. */
  readonly clipSlate?: boolean;
  /** Fields of the models' own forms; none without them. */
  readonly stillExtra?: PictureRequest['extra'];
  readonly clipExtra?: PictureRequest['extra'];
  /** Pictures of people and places that the still model can look at; none without it. */
  readonly mostReferences?: number;
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
  source: Pick<RequestSource, 'project' | 'cast' | 'places'>,
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

/**
 * The pictures that a still of the shot is to look like: those of its people, most prominent first, then of its place; the
 * best of each before the second-best of any.
 */
export function referencesOf(
  shot: Shot,
  { cast, places }: Pick<RequestSource, 'cast' | 'places'>,
): readonly AssetId[] {
  const people = shot.characters.flatMap((name) => cast.find((member) => member.name === name) ?? []);
  const place = shot.place === null ? null : findPlace(places, shot.place);
  const lists = [...people, ...(place === null ? [] : [place])].map((of) => of.referenceAssetIds);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list[i] ?? []));
  return [...new Set(inTurn.flat())];
}

function requestOf(
  source: Pick<RequestSource, 'project' | 'cast' | 'places'>,
  models: RequestModels,
  shot: Shot,
  brief: ShotBrief,
  kind: 'still' | 'clip',
  startFrameAssetId: AssetId | null,
): PictureRequest {
  const { project } = source;
  const isStill = kind === 'still';
  const provider = isStill ? models.provider : (models.clipProvider ?? models.provider);
  const extra = isStill ? models.stillExtra : models.clipExtra;
  const isDrawn = provider === animaticModels.provider;
  const references = isStill ? referencesOf(shot, source).slice(0, models.mostReferences ?? 0) : [];
  return {
    kind,
    provider,
    model: isStill ? models.stillModel : models.clipModel,
    prompt: isDrawn ? drawnPrompt(shot, source, kind) : composePrompt(shot, source, kind).text,
    negativePrompt: isDrawn ? null : project.negativePrompt,
    seed: seedFor(shot, project),
    widthPx: project.widthPx,
    heightPx: project.heightPx,
    fpsNum: project.fpsNum,
    fpsDen: project.fpsDen,
    durationFlicks: isStill ? 0 : shot.durationFlicks,
    style: project.style,
    slate: isStill ? models.slate : (models.clipSlate ?? models.slate),
    startFrameAssetId,
    ...(references.length === 0 ? {} : { referenceAssetIds: references.map((id) => id) }),
    ...(extra === undefined || Object.keys(extra).length === 0 ? {} : { extra }),
    brief,
  };
}

/** The animatic draws what the brief says: a palette, a lens or a described place changes no drawing and makes none stale. */
function drawnPrompt(
  shot: Shot,
  { cast, project: { style } }: Pick<RequestSource, 'project' | 'cast'>,
  kind: 'still' | 'clip',
): string {
  const plain = { cast, places: [], project: { style, palette: null, lensWords: null } };
  return composePrompt({ ...shot, promptParts: {} }, plain, kind).text;
}

/** A seed that was locked goes before the film's policy. */
function seedFor(shot: Shot, { id, seedPolicy, projectSeed }: Project): number {
  if (shot.seed !== null) return shot.seed;
  return seedPolicy === 'one' ? (projectSeed ?? seedOfShot(id)) : seedOfShot(shot.id);
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
