import { isCurrentTake, withSmallerStills } from '../../../domain/assets/current-take.ts';
import type { Take } from '../../../domain/assets/take.ts';
import { type ChosenTake, wantedTakes } from '../../../domain/assets/wanted-takes.ts';
import {
  buildRequests,
  type RequestModels,
  type RequestSource,
  seedOfShot,
} from '../../../domain/jobs/build-requests.ts';
import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import type { AssetId, JobId, ProjectId, ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { extraOf } from '../../../domain/project/extra-of.ts';
import type { Project } from '../../../domain/project/project.ts';
import { isStillApproved } from '../../../domain/shots/commands/approve-stills.ts';
import type { Shot } from '../../../domain/shots/shot.ts';
import type { Generator } from '../../ports/generator.ts';
import type { Store } from '../../store/store.ts';
import { type PictureMakers, takesMakersOf } from './picture-makers.ts';

/** What a shot still needs from a generator. */
export interface MissingWork {
  readonly shot: Shot;
  /** The request of the still, where one is needed; the clip then follows it. */
  readonly still: PictureRequest | null;
  /**
   * The clip's request, given the asset of the still it begins with (null for a generator that draws from the brief).
   * Null where no clip is wanted.
   */
  readonly clip: ((startFrameAssetId: AssetId | null) => PictureRequest) | null;
  /** The still that is there already, when none is needed. */
  readonly stillAssetId: AssetId | null;
}

/** What the person chose. What may be left out stands for all that is missing in the project, from one maker. */
export interface GenerationChoice {
  readonly stillModel: string | null;
  readonly clipModel: string | null;
  /** Who makes the clips; null or left out: who makes the stills. Read where a run finds its makers. */
  readonly clipProvider?: string | null;
  /** Whether drawings carry a slate. null: those that are there are kept either way, and new ones have none. */
  readonly slate: boolean | null;
  /** Only these shots; null for all. */
  readonly shotIds?: readonly ShotId[] | null;
  /**
   * Another take, with another seed, of what `upTo` names, although a current one is there. A clip begins with the
   * current still; a free generator makes both anew, since its clip shows what its still shows.
   */
  readonly again?: boolean;
  /** `still` stops after the pictures. */
  readonly upTo?: 'still' | 'clip';
  /** A clip that costs money is only asked for where its still was approved. */
  readonly stillsFirst?: boolean;
  /** Also what another device is at already, and what is paid there: a person has said so. */
  readonly payAgain?: boolean;
}

/**
 * What a project's shots still need from their makers, in film order: see {@link wantedTakes}. A take whose file is gone is none.
 */
export function findMissingWork(
  store: Store,
  projectId: ProjectId,
  makers: PictureMakers,
  choice: GenerationChoice,
  hasFile: (id: AssetId) => boolean = () => true,
): MissingWork[] {
  const project = store.row('project', projectId);
  if (project === null) return [];
  const source: RequestSource = {
    project,
    scenes: store.rows('scene', projectId),
    shots: store.rows('shot', projectId),
    cast: store.rows('cast', projectId),
    places: store.rows('place', projectId),
  };
  const takes = new Map(store.rows('take', projectId).map((take) => [take.id, take]));
  const models = modelsOf(makers, choice, project);
  const takesMakers = takesMakersOf(makers);
  const currency = {
    ...source,
    slate: choice.slate,
    takeOf: (id: TakeId) => takes.get(id) ?? null,
    requestOf: (id: JobId) => store.row('job', id)?.request ?? null,
    mostReferences: (provider: string, model: string) =>
      provider === makers.still.provider ? referencesTaken(makers.still, model) : null,
  };
  const chosen = (shot: Shot, id: TakeId | null, still: Take | null): ChosenTake | null => {
    const take = id === null ? undefined : takes.get(id);
    if (take === undefined) return null;
    return {
      take,
      isCurrent: () => isCurrentTake(take, shot, still?.assetId ?? null, withSmallerStills(currency, still)),
      hasFile: () => hasFile(take.assetId),
      isApproved: isStillApproved(shot),
    };
  };

  const isElsewhere = choice.payAgain === true ? () => false : kindsElsewhere(store, projectId, makers);
  const { upTo = 'clip', again = false, shotIds = null, stillsFirst = false } = choice;
  const wanted = shotIds === null ? null : new Set(shotIds);
  const freshSeed = again ? unusedSeeds(store, projectId) : null;

  return buildRequests(source, models).flatMap(({ shot, still, clip }) => {
    if (wanted !== null && !wanted.has(shot.id)) return [];
    const shownStill = chosen(shot, shot.chosenStillId, null);
    const shownClip = chosen(shot, shot.chosenClipId, shownStill?.take ?? null);
    let wants = wantedTakes(shownStill, shownClip, takesMakers, { upTo, again, stillsFirst });
    if (!wants.still && !wants.clip) return [];
    // Without its still the clip has nothing to begin with.
    if (wants.still && isElsewhere(shot.id, 'still')) return [];
    if (wants.clip && isElsewhere(shot.id, 'clip')) {
      if (!wants.still) return [];
      wants = { ...wants, clip: false };
    }
    const seed = freshSeed?.(shot.id) ?? null;
    const seeded = (request: PictureRequest): PictureRequest =>
      seed === null ? request : { ...request, seed };
    return [
      {
        shot,
        still: wants.still ? seeded(still) : null,
        clip: wants.clip ? (startFrameAssetId) => seeded(clip(startFrameAssetId)) : null,
        stillAssetId: wants.still ? null : (shownStill?.take.assetId ?? null),
      },
    ];
  });
}

/** Whether another device is making such a picture of a shot, for money. What is drawn for nothing is drawn wherever it is wanted. */
function kindsElsewhere(
  store: Store,
  projectId: ProjectId,
  makers: PictureMakers,
): (shotId: ShotId, kind: PictureRequest['kind']) => boolean {
  const paid = new Set((['still', 'clip'] as const).filter((kind) => !makers[kind].free));
  if (paid.size === 0) return () => false;
  const found = new Set(
    store.jobs.underWayElsewhere(projectId).map(({ shotId, request }) => `${shotId} ${request.kind}`),
  );
  return (shotId, kind) => paid.has(kind) && found.has(`${shotId} ${kind}`);
}

/** For each shot the first seed that no take and no job of it has had. */
function unusedSeeds(store: Store, projectId: ProjectId): (shotId: ShotId) => number {
  const used = new Map<ShotId, Set<number>>();
  const note = (shotId: ShotId | null, seed: number): void => {
    if (shotId === null) return;
    used.set(shotId, (used.get(shotId) ?? new Set()).add(seed));
  };
  for (const { shotId, seed } of store.rows('take', projectId)) note(shotId, seed);
  for (const { shotId, request } of store.rows('job', projectId)) note(shotId, request.seed);
  return (shotId) => {
    const seeds = used.get(shotId);
    for (let attempt = 0; ; attempt++) {
      const seed = seedOfShot(shotId, attempt);
      if (seeds === undefined || !seeds.has(seed)) return seed;
    }
  };
}

/** The models that the makers would use. The slate is drawn by the animatic alone. */
function modelsOf({ still, clip }: PictureMakers, choice: GenerationChoice, project: Project): RequestModels {
  const stillModel = choice.stillModel ?? still.defaultModels.still ?? '';
  const clipModel = choice.clipModel ?? clip.defaultModels.clip ?? '';
  const stillExtra = extraOf(project, 'still', still.provider, stillModel);
  const clipExtra = extraOf(project, 'clip', clip.provider, clipModel);
  return {
    provider: still.provider,
    clipProvider: clip.provider,
    stillModel,
    clipModel,
    slate: still.free && choice.slate === true,
    clipSlate: clip.free && choice.slate === true,
    mostReferences: referencesTaken(still, stillModel) ?? 0,
    ...(stillExtra === undefined ? {} : { stillExtra }),
    ...(clipExtra === undefined ? {} : { clipExtra }),
  };
}

/** How many reference pictures a model of the generator looks at; null for a model that it does not list. */
function referencesTaken(generator: Generator, model: string): number | null {
  return generator.models?.().find(({ id }) => id === model)?.mostReferences ?? null;
}
