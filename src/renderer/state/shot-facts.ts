import type { AbsentFile } from '../../contract/assets.ts';
import { type CurrencySource, isCurrentTake, withSmallerStills } from '../../domain/assets/current-take.ts';
import type { Take } from '../../domain/assets/take.ts';
import {
  type ChosenTake,
  type TakesMakers,
  type TakesWish,
  wantedTakes,
} from '../../domain/assets/wanted-takes.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { isOpen } from '../../domain/jobs/transitions.ts';
import { isStillApproved } from '../../domain/shots/commands/approve-stills.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import type { ShotSpeech } from './shot-speech.ts';

/**
 * How far a shot's picture has come, the most pressing first: work under way, then trouble, then what is missing.
 * `still` has an up-to-date picture and no clip; `outdated` has takes of an earlier wording; the file of a take of a `lost`
 * one is nowhere any more. `held` waits for a person to confirm its price.
 */
export const shotStates = [
  'queued',
  'sending',
  'running',
  'fetching',
  'cancelling',
  'held',
  'unknown',
  'failed',
  'lost',
  'outdated',
  'missing',
  'still',
  'done',
] as const;
export type ShotState = (typeof shotStates)[number];

/** Whether the chosen takes of a shot are what it would ask for now. */
export interface ShotCurrency {
  readonly still: boolean;
  readonly clip: boolean;
}

/** Whether a file is nowhere any more, or with its provider only: somebody has to do something about it. */
export function isLostFile(absence: AbsentFile | null): boolean {
  return absence !== null && (absence.place === 'lost' || absence.place === 'provider');
}

/** What every page says about a shot beside its own fields: one object until something of it changes. */
export interface ShotFacts {
  readonly shot: Shot;
  /** "3A", as on a slate. */
  readonly number: string;
  readonly sceneNumber: string;
  /** Place in the film, from 0. */
  readonly index: number;
  /** The chosen takes; null for none. */
  readonly still: Take | null;
  readonly clip: Take | null;
  /** All takes of its picture, newest first. */
  readonly takes: readonly Take[];
  readonly speech: ShotSpeech;
  readonly state: ShotState;
  /** The job that `state` speaks of; null where it speaks of takes. */
  readonly job: Job | null;
  /** A chosen take is of an earlier wording, whatever else is going on. */
  readonly outdated: boolean;
  readonly currency: ShotCurrency;
  /** Where the files of the chosen takes are that are not here; null where they are, as far as is known. */
  readonly absence: { readonly still: AbsentFile | null; readonly clip: AbsentFile | null };
}

/** Whether a job of the shot is being worked on. */
export function isUnderWay(state: ShotState): boolean {
  return (
    state === 'queued' ||
    state === 'sending' ||
    state === 'running' ||
    state === 'fetching' ||
    state === 'cancelling'
  );
}

/** What a run would make for this shot now: see {@link wantedTakes}. Nothing while it is being worked on. */
export function wantsOf(
  { shot, still, clip, state, currency, absence }: ShotFacts,
  makers: TakesMakers,
  wish: TakesWish,
): { readonly still: boolean; readonly clip: boolean } {
  if (isUnderWay(state) && !wish.again) return { still: false, clip: false };
  const chosen = (take: Take | null, kind: 'still' | 'clip'): ChosenTake | null =>
    take === null
      ? null
      : {
          take,
          isCurrent: () => currency[kind],
          // What can be fetched is not made again.
          hasFile: () => !isLostFile(absence[kind]),
          isApproved: isStillApproved(shot),
        };
  return wantedTakes(chosen(still, 'still'), chosen(clip, 'clip'), makers, wish);
}

/** Looks whether the chosen takes are up to date. The costly part of the facts: two requests are frozen and hashed. */
export function currencyOf(
  shot: Shot,
  still: Take | null,
  clip: Take | null,
  source: CurrencySource,
): ShotCurrency {
  return {
    still: still !== null && isCurrentTake(still, shot, null, source),
    clip:
      clip !== null && isCurrentTake(clip, shot, still?.assetId ?? null, withSmallerStills(source, still)),
  };
}

/** The state of a shot from its takes and jobs, and the job that it is about. */
export function stateOf(
  still: Take | null,
  clip: Take | null,
  currency: ShotCurrency,
  jobs: readonly Job[],
  isLost = false,
): { readonly state: ShotState; readonly job: Job | null } {
  const open = newest(jobs.filter(isOpen));
  if (open !== null) return { state: stateOfOpenJob(open), job: open };
  const unknown = newest(jobs.filter(({ state }) => state === 'unknown'));
  if (unknown !== null) return { state: 'unknown', job: unknown };
  const held = newest(jobs.filter(({ state }) => state === 'draft'));
  if (held !== null) return { state: 'held', job: held };
  if (!isLost && clip !== null && currency.clip && (still === null || currency.still))
    return { state: 'done', job: null };
  const last = newest(jobs);
  if (last !== null && (last.state === 'failed' || last.state === 'expired')) {
    return { state: 'failed', job: last };
  }
  if (isLost) return { state: 'lost', job: null };
  if ((clip !== null && !currency.clip) || (still !== null && !currency.still)) {
    return { state: 'outdated', job: null };
  }
  return { state: still === null ? 'missing' : 'still', job: null };
}

function stateOfOpenJob({ state }: Job): ShotState {
  switch (state) {
    case 'sending':
    case 'fetching':
    case 'cancelling':
      return state;
    case 'submitted':
    case 'running':
      return 'running';
    default:
      return 'queued';
  }
}

/** A job that is asked for again keeps its row, so the later of being made and of ending counts. */
function newest(jobs: readonly Job[]): Job | null {
  const time = (job: Job): number => Math.max(job.createdAtMs, job.sentAtMs ?? 0, job.finishedAtMs ?? 0);
  let found: Job | null = null;
  for (const job of jobs) if (found === null || time(job) >= time(found)) found = job;
  return found;
}
