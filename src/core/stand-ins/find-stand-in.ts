import type { PictureRequest } from '../../domain/jobs/generation-request.ts';
import type { Job } from '../../domain/jobs/job.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';
import { type ChosenMaker, chosenMaker } from '../../domain/project/chosen-maker.ts';
import type { Preferences } from '../machine-state/preferences.ts';
import type { EnqueueRequest } from '../orchestrator/orchestrator.ts';
import type { Generator } from '../ports/generator.ts';
import type { Store } from '../store/store.ts';
import { nextWay, type TriedWay } from './next-way.ts';
import type { Trouble } from './provider-troubles.ts';
import { type OtherMaker, standInRequest } from './stand-in-request.ts';

export interface FindParts {
  readonly store: Store;
  readonly generators: readonly Generator[];
  readonly preferences: Pick<Preferences, 'all'>;
}

/** Who could make what a job asks for. */
export type Found =
  /** The order says to wait, or it names nobody, or nobody it names can be had. */
  | { readonly is: 'none'; readonly untilMs: number | null }
  /** At no more than what was approved, or free. `ask` null: what the shot shows is better than a drawing. */
  | { readonly is: 'found'; readonly ask: EnqueueRequest | null }
  | { readonly is: 'dearer'; readonly ask: EnqueueRequest };

const none: Found = { is: 'none', untilMs: null };

/** The order for a job's kind; null where there is none, or nothing in it but waiting. */
export function orderOf({ store, preferences }: FindParts, job: Job): ChosenMaker | null {
  if (!isPictureRequest(job.request)) return null;
  const project = store.row('project', job.projectId);
  const chosen = project === null ? null : chosenMaker(job.request.kind, project, preferences.all());
  return chosen?.otherwise.some(({ kind }) => kind !== 'wait') ? chosen : null;
}

/** The first of the order who can be had now. Sends nothing that costs. */
export async function findStandIn(
  parts: FindParts,
  job: Job,
  trouble: Trouble,
  nowMs: number,
  isHad: (provider: string, model: string) => boolean,
): Promise<Found> {
  const order = orderOf(parts, job);
  if (order === null || !isPictureRequest(job.request)) return none;
  const next = nextWay(order.otherwise, job.provider, trouble, nowMs);
  if (next.is === 'wait') return { is: 'none', untilMs: next.untilMs };
  for (const way of next.ways) {
    const maker = makerOf(parts.generators, way, job.request);
    if (maker === null || !isHad(maker.generator.provider, maker.model)) continue;
    const found = await askPrice(parts, job, job.request, maker);
    if (found !== null) return found;
  }
  return none;
}

function makerOf(
  generators: readonly Generator[],
  way: TriedWay,
  { kind, provider }: PictureRequest,
): OtherMaker | null {
  const generator = generators.find((one) =>
    way.kind === 'animatic'
      ? one.free && one.defaultModels[kind] !== undefined
      : one.provider === way.provider,
  );
  const model = way.kind === 'animatic' ? generator?.defaultModels[kind] : way.model;
  if (generator === undefined || model === undefined || generator.provider === provider) return null;
  return { generator, model };
}

async function askPrice(
  parts: FindParts,
  job: Job,
  asked: PictureRequest,
  maker: OtherMaker,
): Promise<Found | null> {
  const { generator } = maker;
  if (generator.free && showsSomething(parts.store, job, asked.kind)) return { is: 'found', ask: null };
  if ((await generator.ready?.())?.ok === false) return null;
  const asker = parts.generators.find(({ provider }) => provider === job.provider);
  const request = standInRequest(parts.store, job, asked, asker, maker);
  const estimate = await generator.estimate(request);
  if (!estimate.ok) return null;
  const { costUsdMicros, basis, pricedAtMs } = estimate.value;
  const ask: EnqueueRequest = {
    ...{ projectId: job.projectId, shotId: job.shotId, batchId: job.batchId, request },
    ...{ estimateUsdMicros: costUsdMicros, priceBasis: basis, pricedAtMs },
  };
  return { is: costUsdMicros > job.estimateUsdMicros ? 'dearer' : 'found', ask };
}

/** A drawing takes the place of nothing that is there. */
function showsSomething(store: Store, { shotId }: Job, kind: 'still' | 'clip'): boolean {
  const shot = shotId === null ? null : store.row('shot', shotId);
  return shot === null || (kind === 'still' ? shot.chosenStillId : shot.chosenClipId) !== null;
}
