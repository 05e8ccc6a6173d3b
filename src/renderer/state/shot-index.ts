import type { AbsentFile } from '../../contract/assets.ts';
import type { ListedModel } from '../../contract/models.ts';
import type { Take } from '../../domain/assets/take.ts';
import type { Job } from '../../domain/jobs/job.ts';
import type { AssetId, ShotId } from '../../domain/kernel/ids.ts';
import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import { type ArrangedShots, arrangeShots, type SceneShots } from './arrange-shots.ts';
import type { ProjectMirror } from './project-mirror.ts';
import { followRow, groupByShot, type RowsByShot } from './rows-by-shot.ts';
import { createShotCurrencies } from './shot-currencies.ts';
import { isLostFile, type ShotFacts, stateOf } from './shot-facts.ts';
import { type ShotSpeech, sameSpeech, speechOf } from './shot-speech.ts';

export type { SceneShots } from './arrange-shots.ts';

/**
 * The shots of a project in film order, with what is known about each. Kept beside the mirror: a job that moves makes one
 * shot's facts anew and leaves all others the same objects, so that a board of thousands draws one card again.
 */
export interface ShotIndex {
  /** Scenes in film order with their shots; the same array until order, number or membership changes. */
  scenes(): readonly SceneShots[];
  /** All shots in film order; the same array likewise. */
  shotIds(): readonly ShotId[];
  /** The same object until something of it changes; null for a shot that is not there (any more). */
  facts(shotId: string): ShotFacts | null;
  /** Files that are not here: shots whose chosen takes are of files that are nowhere are `lost`. */
  setAbsent(files: readonly AbsentFile[]): void;
  /** Where a file is that is not here; null for one that is, as far as is known. */
  absence(assetId: AssetId): AbsentFile | null;
  /** How many reference pictures each model looks at, so that what changed none of them makes no still stale. */
  setModels(models: readonly KnownModel[]): void;
  /** null for a model that no list has. */
  mostReferences(provider: string, model: string): number | null;
  /** Counts up with every change of any shot's facts, for what sums over all. */
  revision(): number;
  subscribe(listener: () => void): () => void;
}

/** What is known of a model by its provider's list. */
export type KnownModel = Pick<ListedModel, 'provider' | 'id' | 'mostReferences'>;

const watched = ['project', 'scene', 'shot', 'cast', 'place', 'job', 'take'] as const;

export function createShotIndex(mirror: ProjectMirror): ShotIndex {
  const listeners = new Set<() => void>();
  let film: ArrangedShots | null = null;
  let takesOf: RowsByShot<Take> | null = null;
  let jobsOf: RowsByShot<Job> | null = null;
  const known = new Map<string, ShotFacts>();
  let absent: ReadonlyMap<string, AbsentFile> = new Map();
  let referenceLimits: ReadonlyMap<string, number> = new Map();
  const mostReferences = (provider: string, model: string): number | null =>
    referenceLimits.get(`${provider} ${model}`) ?? null;
  const currencies = createShotCurrencies(mirror, mostReferences);
  let revision = 0;

  const arranged = (): ArrangedShots => {
    film ??= arrangeShots(mirror.rows('scene'), mirror.rows('shot'));
    return film;
  };

  const makeFacts = (shot: Shot, before: ShotFacts | undefined): ShotFacts => {
    takesOf ??= groupByShot(mirror.rows('take'));
    jobsOf ??= groupByShot(mirror.rows('job'));
    const { number, sceneNumber, index } = arranged().places.get(shot.id) ?? {
      number: '',
      sceneNumber: '',
      index: -1,
    };
    const all = takesOf.get(shot.id) ?? new Map<string, Take>();
    const own = new Map([...all].filter(([, { kind }]) => kind === 'still' || kind === 'clip'));
    const takes =
      before !== undefined && sameTakes(before.takes, own)
        ? before.takes
        : [...own.values()].sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? -1 : 1));
    const still = own.get(shot.chosenStillId ?? '') ?? null;
    const clip = own.get(shot.chosenClipId ?? '') ?? null;
    const currency = sameOr(before?.currency, currencies.of(shot, still, clip));
    const absence = sameOr(before?.absence, { still: absenceOf(still), clip: absenceOf(clip) });
    const isLost = isLostFile(absence.still) || isLostFile(absence.clip);
    const jobs = [...(jobsOf.get(shot.id)?.values() ?? [])];
    const pictureJobs = jobs.filter(({ request }) => request.kind !== 'speech');
    const { state, job } = stateOf(still, clip, currency, pictureJobs, isLost);
    const speech = sameSpeech(before?.speech, speechOfShot(shot, all, jobs));
    const outdated = (still !== null && !currency.still) || (clip !== null && !currency.clip);
    const known = { shot, number, sceneNumber, index, still, clip, takes, speech };
    return { ...known, state, job, outdated, currency, absence };
  };
  const speechOfShot = (shot: Shot, takes: ReadonlyMap<string, Take>, jobs: readonly Job[]): ShotSpeech =>
    speechOf(shot, takes.values(), jobs, {
      project: mirror.rows('project')[0] ?? { narratorVoice: null, modelChoices: {} },
      cast: mirror.rows('cast'),
      requestOf: ({ jobId }) => (jobId === null ? null : (mirror.row('job', jobId)?.request ?? null)),
    });
  const absenceOf = (take: Take | null): AbsentFile | null =>
    take === null ? null : (absent.get(take.assetId) ?? null);

  const dirty = new Set<string>();
  const facts = (shotId: string): ShotFacts | null => {
    const before = known.get(shotId);
    if (before !== undefined && !dirty.has(shotId)) return before;
    dirty.delete(shotId);
    const shot = mirror.row('shot', shotId);
    if (shot === null) {
      known.delete(shotId);
      currencies.forget(shotId);
      return null;
    }
    const after = makeFacts(shot, before);
    const kept = before !== undefined && sameFacts(before, after) ? before : after;
    known.set(shotId, kept);
    return kept;
  };

  const forgetAll = (): void => {
    film = null;
    takesOf = null;
    jobsOf = null;
    currencies.forgetAll();
    known.clear();
    dirty.clear();
  };
  const redoAll = (): void => {
    for (const id of known.keys()) dirty.add(id);
  };

  const apply = (patch: RecordsPatch): void => {
    for (const change of patch.changes) {
      const id = change.kind === 'update' ? change.id : change.row.id;
      switch (change.entity) {
        case 'project':
        case 'cast':
        case 'place':
          currencies.forgetAll();
          redoAll();
          break;
        case 'scene':
          film = null;
          redoAll();
          break;
        case 'shot':
          if (change.kind !== 'update' || 'order' in change.fields || 'sceneId' in change.fields) {
            film = null;
            redoAll();
          }
          dirty.add(id);
          break;
        case 'take':
          followRow(takesOf, mirror.row('take', id), id, dirty);
          break;
        case 'job':
          followRow(jobsOf, mirror.row('job', id), id, dirty);
          break;
        default:
      }
    }
  };

  const tell = (): void => {
    revision++;
    for (const listener of [...listeners]) listener();
  };

  mirror.subscribe(watched, (patch) => {
    if (patch === null) forgetAll();
    else apply(patch);
    tell();
  });

  return {
    scenes: () => arranged().scenes,
    shotIds: () => arranged().shotIds,
    facts,
    setAbsent(files) {
      // What stays as it was is the same object: only shots of files that moved are told anew.
      const next = new Map(files.map((file) => [file.assetId, sameAbsence(absent.get(file.assetId), file)]));
      if (next.size === absent.size && [...next].every(([id, file]) => absent.get(id) === file)) return;
      absent = next;
      redoAll();
      tell();
    },
    absence: (assetId) => absent.get(assetId) ?? null,
    setModels(models) {
      const before = referenceLimits;
      referenceLimits = new Map(
        models.map((known) => [`${known.provider} ${known.id}`, known.mostReferences]),
      );
      if (
        before.size === referenceLimits.size &&
        [...before].every(([key, n]) => referenceLimits.get(key) === n)
      )
        return;
      currencies.forgetAll();
      redoAll();
      tell();
    },
    mostReferences,
    revision: () => revision,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function sameAbsence(before: AbsentFile | undefined, now: AbsentFile): AbsentFile {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function sameTakes(before: readonly Take[], own: ReadonlyMap<string, Take>): boolean {
  return before.length === own.size && before.every((take) => own.get(take.id) === take);
}

function sameFacts(a: ShotFacts, b: ShotFacts): boolean {
  return (Object.keys(a) as (keyof ShotFacts)[]).every((key) => a[key] === b[key]);
}

/** The object that was there before where it says the same of still and clip. */
function sameOr<T extends { readonly still: unknown; readonly clip: unknown }>(
  before: T | undefined,
  now: T,
): T {
  return before !== undefined && before.still === now.still && before.clip === now.clip ? before : now;
}
