import type { Job } from '../../domain/jobs/job.ts';
import type { Fault } from '../../domain/kernel/result.ts';

/** Why a provider, or one of its models, cannot be had. */
export interface Trouble {
  /** `line`: out of reach or over its rate, and waiting may help. `refusal`: of the key, the balance or the model; it does not. */
  readonly kind: 'line' | 'refusal';
  readonly sinceMs: number;
  readonly fault: Fault;
}

/** A rate that is used up for so long counts as a provider that cannot be had. */
export const ratePatienceMs = 60_000;

/** What the jobs of each provider met last, in memory: a restart learns it anew from the next answer. */
export interface ProviderTroubles {
  /** Takes note of what a job met; true where it says something about its provider. */
  note(job: Job, nowMs: number): boolean;
  /** A provider that answers nothing at all, whether a job met it or not. */
  noteDown(provider: string, fault: Fault, nowMs: number): void;
  /** Providers with trouble. */
  providers(): readonly string[];
  /** Of a job's provider or model; null while there is none. `isDown` is asked of lines that do not answer. */
  of(job: Pick<Job, 'provider' | 'request'>, isDown: (provider: string) => boolean): Trouble | null;
  /** A key was set or taken away, or a provider answered a check: it is tried again. */
  forget(provider: string): void;
}

export function createProviderTroubles(): ProviderTroubles {
  const byPlace = new Map<string, Trouble>();
  const placeOf = ({ provider, request }: Pick<Job, 'provider' | 'request'>, code: string): string =>
    code === 'provider.model-gone' ? `${provider} ${request.model}` : provider;
  return {
    note(job, nowMs) {
      const { state, faultCode: code, faultMessage } = job;
      if (state === 'submitted') {
        byPlace.delete(job.provider);
        byPlace.delete(placeOf(job, 'provider.model-gone'));
        return false;
      }
      if (code === null || !(state === 'queued' || state === 'failed') || job.handle !== null) return false;
      const kind = kindOf(code);
      if (kind === null) return false;
      const place = placeOf(job, code);
      const before = byPlace.get(place);
      const sinceMs = before?.kind === kind ? before.sinceMs : nowMs;
      byPlace.set(place, {
        kind,
        sinceMs,
        fault: { code: code as Fault['code'], message: faultMessage ?? code },
      });
      return true;
    },
    noteDown(provider, fault, nowMs) {
      const before = byPlace.get(provider);
      if (before === undefined) byPlace.set(provider, { kind: 'line', sinceMs: nowMs, fault });
    },
    providers: () => [...new Set([...byPlace.keys()].map((place) => place.split(' ')[0] ?? place))],
    of(job, isDown) {
      const trouble = byPlace.get(placeOf(job, 'provider.model-gone')) ?? byPlace.get(job.provider) ?? null;
      if (trouble === null || trouble.kind === 'refusal') return trouble;
      if (trouble.fault.code === 'provider.rate-limited') {
        return { ...trouble, sinceMs: trouble.sinceMs + ratePatienceMs };
      }
      return isDown(job.provider) ? trouble : null;
    },
    forget(provider) {
      for (const place of byPlace.keys()) {
        if (place === provider || place.startsWith(`${provider} `)) byPlace.delete(place);
      }
    },
  };
}

/** Only what holds for every request counts: a prompt that one model refuses is for the person to change. */
function kindOf(code: string): Trouble['kind'] | null {
  if (code === 'provider.unreachable' || code === 'provider.rate-limited') return 'line';
  const isRefusal =
    code.startsWith('provider.key-') || code === 'provider.no-balance' || code === 'provider.model-gone';
  return isRefusal ? 'refusal' : null;
}
