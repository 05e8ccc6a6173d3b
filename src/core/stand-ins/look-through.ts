import type { Job } from '../../domain/jobs/job.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import { chosenMaker } from '../../domain/project/chosen-maker.ts';
import type { Orchestrator, ProviderState } from '../orchestrator/orchestrator.ts';
import { type FindParts, findStandIn, orderOf } from './find-stand-in.ts';
import type { Offers } from './offers.ts';
import type { ProviderTroubles, Trouble } from './provider-troubles.ts';

export interface LookParts extends FindParts {
  readonly nowMs: () => number;
  readonly orchestrator: Pick<Orchestrator, 'providerStates' | 'standIn'>;
  readonly troubles: ProviderTroubles;
  readonly offers: Offers;
  /** What became of a job: who makes it now, or that nobody does. */
  readonly decide: (from: JobId, to: Job | null) => void;
  readonly signal: AbortSignal;
}

/** While somebody is in trouble the order is gone through so often; seldomer with more that wait. */
const lookEveryMs = 5_000;
const lookEveryOfEachMs = 20;
/** While nobody is, as long as something waits: a provider may fall silent without a job that meets it. */
const watchEveryMs = 30_000;

/** Goes through the order once for all that has ended or waits. Answers when to look again; `Infinity`: when something happens. */
export async function lookThrough(parts: LookParts, ended: readonly JobId[]): Promise<number> {
  const { store, orchestrator, troubles, offers, decide, nowMs } = parts;
  offers.begin();
  const states = orchestrator.providerStates();
  const down = noteDown(troubles, states, nowMs());
  const isDown = (provider: string): boolean => down.has(provider);
  const mayGoOn = createOrderQuestion(parts);
  const waiting = troubles
    .providers()
    .flatMap((provider) => store.jobs.queued({ provider }))
    .filter(({ projectId }) => mayGoOn(projectId));
  const later = Math.max(lookEveryMs, lookEveryOfEachMs * waiting.length);
  let nextMs = Number.POSITIVE_INFINITY;
  for (const id of new Set([...ended, ...waiting.map((job) => job.id)])) {
    if (parts.signal.aborted) return nextMs;
    const job = store.row('job', id);
    const trouble = job === null ? null : troubles.of(job, isDown);
    const dueMs =
      job === null || orderOf(parts, job) === null
        ? null
        : trouble === null
          ? nowMs() + later
          : await consider(parts, job, trouble, isDown, later);
    if (job?.state === 'queued') nextMs = Math.min(nextMs, dueMs ?? nextMs);
    // Whoever waits for one that has ended is not kept: nobody else can be had.
    else decide(id, null);
  }
  const isWatched = states.some(({ free, queued }) => !free && queued > 0);
  return Math.min(nextMs, isWatched ? nowMs() + watchEveryMs : nextMs);
}

/** When it is worth looking again; null where the job found somebody. */
async function consider(
  parts: LookParts,
  job: Job,
  trouble: Trouble,
  isDown: (provider: string) => boolean,
  later: number,
): Promise<number | null> {
  const nowMs = parts.nowMs();
  const isHad = (provider: string, model: string): boolean =>
    parts.troubles.of({ provider, request: { ...job.request, model } }, isDown) === null;
  const found = await findStandIn(parts, job, trouble, nowMs, isHad);
  if (found.is === 'none') return found.untilMs ?? nowMs + later;
  if (found.is === 'dearer') {
    const { request, estimateUsdMicros: nowUsdMicros } = found.ask;
    const { provider: to, model } = request;
    if (!parts.offers.isAgreed(job.id, to, nowUsdMicros)) {
      const kind = request.kind === 'clip' ? 'clip' : 'still';
      const offer = { projectId: job.projectId, kind, from: job.provider, to, model } as const;
      const price = { approvedUsdMicros: job.estimateUsdMicros, nowUsdMicros };
      parts.offers.note({ ...offer, because: trouble.fault }, job.id, price);
      return nowMs + later;
    }
  }
  const stood = parts.orchestrator.standIn(job.id, found.ask, trouble.fault);
  if (!stood.ok) return nowMs + later;
  parts.decide(job.id, stood.value.to);
  return null;
}

function noteDown(
  troubles: ProviderTroubles,
  states: readonly ProviderState[],
  nowMs: number,
): ReadonlySet<string> {
  const down = states.filter(({ breaker }) => breaker !== 'closed');
  for (const { provider, queued, lastFailure } of down) {
    const message = lastFailure?.message ?? `${provider} cannot be reached.`;
    if (queued > 0) troubles.noteDown(provider, { code: 'provider.unreachable', message }, nowMs);
  }
  return new Set(down.map(({ provider }) => provider));
}

/** Whether a project, or the studio for it, names anybody else for pictures; asked once of each. */
function createOrderQuestion({ store, preferences }: FindParts): (id: ProjectId) => boolean {
  const known = new Map<ProjectId, boolean>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const project = store.row('project', id);
    const all = preferences.all();
    const names = (kind: string): boolean =>
      project !== null &&
      chosenMaker(kind, project, all)?.otherwise.some((way) => way.kind !== 'wait') === true;
    const answer = names('still') || names('clip');
    known.set(id, answer);
    return answer;
  };
}
