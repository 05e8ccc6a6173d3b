import { takeKindOf } from '../../../domain/assets/take-of-job.ts';
import type { GenerationKind } from '../../../domain/jobs/generation-request.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { isPictureRequest, wordsOfRequest } from '../../../domain/jobs/request-kinds.ts';
import { isOpen } from '../../../domain/jobs/transitions.ts';
import type { JobId, ProjectId, ShotId } from '../../../domain/kernel/ids.ts';
import { type Fault, fail, faultOf, type Result } from '../../../domain/kernel/result.ts';
import type { Orchestrator } from '../../orchestrator/orchestrator.ts';
import type { Generator, HeldResult } from '../../ports/generator.ts';
import type { Store } from '../../store/store.ts';
import { type HeardRecording, promptOfHeld, requestOfHeld } from './request-of-held.ts';

export interface FindPaidParts {
  readonly store: Store;
  readonly generators: readonly Generator[];
  readonly orchestrator: Orchestrator;
}

/** A finished result that a provider holds for this account. */
export interface PaidFinding {
  readonly provider: string;
  readonly requestId: string;
  readonly model: string;
  readonly kind: GenerationKind | null;
  readonly prompt: string | null;
  readonly finishedAtMs: number | null;
  readonly costUsdMicros: number | null;
  /**
   * `here`: its file is in the library. `under-way`: the studio is at it. `collectable`: a job of ours ended without it.
   * `orphan`: no job of ours knows it.
   */
  readonly what: 'here' | 'under-way' | 'collectable' | 'orphan';
  readonly jobId: JobId | null;
  readonly projectId: ProjectId | null;
  readonly shotId: ShotId | null;
  /** Until when the provider holds it; null where it does not say. */
  readonly heldUntilMs: number | null;
}

export interface PaidSearch {
  readonly findings: readonly PaidFinding[];
  /** Jobs that were taken up again and are being fetched now. */
  readonly adopted: readonly JobId[];
  /** Providers that could not be asked, and why; those that keep no list are not among them. */
  readonly faults: readonly { readonly provider: string; readonly message: string }[];
}

/**
 * "Find my paid clips": asks every provider for the finished results it holds since `sinceMs`, and with `adopt` gives each of
 * ours that ended without its result that result. Everything it asks is free; nothing is sent that could be charged.
 */
export async function findPaidResults(
  parts: FindPaidParts,
  {
    sinceMs,
    adopt,
    signal,
  }: { readonly sinceMs: number; readonly adopt: boolean; readonly signal: AbortSignal },
): Promise<PaidSearch> {
  const findings: PaidFinding[] = [];
  const adopted: JobId[] = [];
  const faults: { provider: string; message: string }[] = [];
  const jobs = parts.store.projects().flatMap(({ id }) => parts.store.rows('job', id));
  for (const generator of parts.generators) {
    if (generator.listHeld === undefined) continue;
    const { provider } = generator;
    const held = await listHeld(generator, sinceMs, signal);
    if (!held.ok) {
      // A provider whose key is not set holds nothing that could be fetched.
      if (held.fault.code !== 'provider.key-missing') faults.push({ provider, message: held.fault.message });
      continue;
    }
    const jobOf = matcher(jobs.filter((job) => job.provider === provider));
    for (const result of held.value) {
      const job = jobOf(result);
      const finding = findingOf(generator, result, job);
      findings.push(finding);
      if (!adopt || finding.what !== 'collectable' || job === null) continue;
      const taken = parts.orchestrator.adopt(job.id, result.handle);
      if (taken.ok) adopted.push(job.id);
      else faults.push({ provider, message: taken.fault.message });
    }
  }
  return { findings, adopted, faults };
}

function keepsNoList(provider: string): Result<never> {
  return fail('provider.no-look-up', `${provider} keeps no list of its results. Nothing was brought in.`);
}

/** Brings a result in that no job knows, as a take of a shot or of the project. */
export async function adoptOrphan(
  parts: FindPaidParts,
  orphan: {
    readonly provider: string;
    readonly requestId: string;
    readonly projectId: ProjectId;
    readonly shotId: ShotId | null;
    readonly sinceMs: number;
    readonly signal: AbortSignal;
  },
): Promise<Result<Job>> {
  const { provider, requestId, projectId, shotId, sinceMs, signal } = orphan;
  const generator = parts.generators.find((one) => one.provider === provider);
  if (generator?.listHeld === undefined) {
    return keepsNoList(provider);
  }
  const held = await listHeld(generator, sinceMs, signal);
  if (!held.ok) return held;
  const result = held.value.find(({ handle }) => handle.requestId === requestId);
  if (result === undefined) {
    return fail(
      'provider.result-gone',
      `${provider} does not hold the result "${requestId}" any more. Nothing was brought in.`,
    );
  }
  const known = parts.store
    .projects()
    .flatMap(({ id }) => parts.store.rows('job', id))
    .find((job) => job.provider === provider && job.handle?.requestId === requestId);
  if (known !== undefined) return parts.orchestrator.adopt(known.id, result.handle);
  const heard = shotId === null ? null : heardIn(parts.store, projectId, shotId);
  const request = requestOfHeld(result, factsOf(generator, result), provider, heard);
  if (!request.ok) return request;
  // Readings and transcripts are asked for without a subject: whoever asks for the same finds them.
  const isShown = takeKindOf(request.value.kind) !== null;
  return parts.orchestrator.takeIn({
    projectId,
    shotId: isShown ? shotId : null,
    request: request.value,
    estimateUsdMicros: result.costUsdMicros ?? 0,
    handle: result.handle,
    sentAtMs: result.finishedAtMs,
  });
}

/** What can be heard in a shot: its clip's own sound, else its line. */
function heardIn(store: Store, projectId: ProjectId, shotId: ShotId): HeardRecording | null {
  const shot = store.row('shot', shotId);
  if (shot?.projectId !== projectId) return null;
  for (const takeId of [shot.chosenClipId, shot.chosenSpeechId]) {
    const take = takeId === null ? null : store.row('take', takeId);
    const asset = take === null ? null : store.row('asset', take.assetId);
    if (asset?.facts?.audio != null) return { assetId: asset.id, durationFlicks: asset.facts.durationFlicks };
  }
  return null;
}

async function listHeld(
  generator: Generator,
  sinceMs: number,
  signal: AbortSignal,
): Promise<Result<readonly HeldResult[]>> {
  try {
    const listed = await generator.listHeld?.(sinceMs, signal);
    return listed ?? keepsNoList(generator.provider);
  } catch (thrown) {
    const fault: Fault = faultOf(thrown, 'provider.adapter-failed');
    return { ok: false, fault };
  }
}

/**
 * The job that a result belongs to: by the provider's id, else, for one whose answer was lost, by its seed and words, which
 * no two jobs share by chance.
 */
function matcher(jobs: readonly Job[]): (held: HeldResult) => Job | null {
  const byId = new Map(jobs.flatMap((job) => (job.handle === null ? [] : [[job.handle.requestId, job]])));
  const lost = jobs.filter((job) => job.handle === null && job.submits > 0 && !isOpen(job));
  const used = new Set<JobId>();
  return ({ handle, model, input }) => {
    const known = byId.get(handle.requestId);
    if (known !== undefined) return known;
    const words = promptOfHeld(input);
    const found = lost.find(
      (job) =>
        !used.has(job.id) &&
        // Models that take no seed are told none: there the words alone tell, and whole stretches of a story do.
        (input?.['seed'] === undefined
          ? !isPictureRequest(job.request)
          : job.request.seed === input['seed']) &&
        words !== null &&
        wordsOfRequest(job.request) === words &&
        (model === job.request.model || model.startsWith(`${job.request.model}/`)),
    );
    if (found === undefined) return null;
    used.add(found.id);
    return found;
  };
}

function findingOf(generator: Generator, held: HeldResult, job: Job | null): PaidFinding {
  return {
    provider: generator.provider,
    requestId: held.handle.requestId,
    model: held.model,
    kind: job?.request.kind ?? factsOf(generator, held)?.kind ?? null,
    prompt: promptOfHeld(held.input),
    finishedAtMs: held.finishedAtMs,
    costUsdMicros: held.costUsdMicros ?? job?.costUsdMicros ?? null,
    what: whatIs(job),
    jobId: job?.id ?? null,
    projectId: job?.projectId ?? null,
    shotId: job?.shotId ?? null,
    heldUntilMs: heldUntilMs(generator, held, job),
  };
}

/** As the provider says of the model, counted from when it was finished. */
function heldUntilMs(generator: Generator, held: HeldResult, job: Job | null): number | null {
  const keptForMs = factsOf(generator, held)?.keptForMs ?? null;
  if (held.finishedAtMs !== null && keptForMs !== null) return held.finishedAtMs + keptForMs;
  return job?.heldUntilMs ?? null;
}

function whatIs(job: Job | null): PaidFinding['what'] {
  if (job === null) return 'orphan';
  if (job.state === 'done') return 'here';
  return isOpen(job) ? 'under-way' : 'collectable';
}

function factsOf(generator: Generator, { model }: HeldResult) {
  return generator.models?.().find(({ id }) => id === model);
}
