import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { formatUsd } from '../../../domain/jobs/money.ts';
import type { AssetId, JobId, ProjectId, ShotId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import { concernsAll } from '../../orchestrator/concerns-all.ts';
import { createPlacesTaken } from '../../orchestrator/places-taken.ts';
import { standingOf } from '../../orchestrator/standing-of.ts';
import type { Store } from '../../store/store.ts';
import { findMissingWork, type GenerationChoice } from './missing-work.ts';
import type { PictureMakers } from './picture-makers.ts';

/** The price of one request of a shot; null with the reason where it has none. */
export interface ShotPrice {
  readonly shotId: ShotId;
  readonly kind: PictureRequest['kind'];
  readonly provider: string;
  readonly model: string;
  readonly costUsdMicros: number | null;
  readonly basis: string | null;
  readonly pricedAtMs: number | null;
  readonly problem: string | null;
}

export interface ProjectEstimate {
  readonly stills: number;
  readonly clips: number;
  readonly costUsdMicros: number;
  readonly lines: string[];
  /** When the oldest of the prices was read from the provider. */
  readonly pricedAtMs: number | null;
  readonly unpriced: number;
  /** Equal requests ended badly before: a run leaves them alone, and a person asks for each by itself. */
  readonly ended: number;
  /** In film order. */
  readonly shots: ShotPrice[];
  /** What another device is at and a run leaves alone, with what it would cost to have it made here as well. */
  readonly elsewhere: PriceElsewhere[];
}

/** A request that another device has under way for a shot. */
export interface PriceElsewhere {
  readonly shotId: ShotId;
  readonly kind: PictureRequest['kind'];
  readonly jobId: JobId;
  readonly deviceId: string | null;
  /** Since when. */
  readonly askedAtMs: number;
  /** What asking for it here would cost; null where it has no price. */
  readonly costUsdMicros: number | null;
}

interface Group {
  readonly kind: PictureRequest['kind'];
  readonly model: string;
  readonly basis: string;
  count: number;
  costUsdMicros: number;
}

/** Stands for the still that a clip will begin with: which one it is does not change the price. */
const stillToCome = '0'.repeat(64) as AssetId;

/**
 * What generating the missing would cost, by the providers' prices now. Sends nothing that is charged. Shots that the
 * provider would refuse are left out of the sum and named in a line of their own. A take whose file is gone is made again, and
 * so it is priced.
 */
export async function estimateProject(
  store: Store,
  projectId: ProjectId,
  makers: PictureMakers,
  choice: GenerationChoice,
  hasFile: (id: AssetId) => boolean = () => true,
): Promise<Result<ProjectEstimate>> {
  const groups = new Map<string, Group>();
  const counts = { still: 0, clip: 0 };
  const refusals = new Map<string, number>();
  const shots: ShotPrice[] = [];
  const inPlaceOf = createPlacesTaken(store);
  let ended = 0;
  for (const { shot, still, clip, stillAssetId } of findMissingWork(
    store,
    projectId,
    makers,
    choice,
    hasFile,
  )) {
    for (const request of [still, clip?.(makers.clip.free ? null : (stillAssetId ?? stillToCome)) ?? null]) {
      if (request === null) continue;
      const ask = { projectId, shotId: shot.id, request, payAgain: choice.payAgain === true };
      const { kind: standing } = standingOf(store, hasFile, ask, makers[request.kind].free, inPlaceOf);
      if (standing === 'ended') ended++;
      if (standing !== 'new' && standing !== 'sent-again') continue;
      const estimate = await makers[request.kind].estimate(request);
      const { kind, provider, model } = request;
      if (!estimate.ok) {
        if (concernsAll(estimate.fault)) return estimate;
        const problem = estimate.fault.message;
        shots.push({
          ...{ shotId: shot.id, kind, provider, model },
          ...{ costUsdMicros: null, basis: null, pricedAtMs: null, problem },
        });
        refusals.set(estimate.fault.message, (refusals.get(estimate.fault.message) ?? 0) + 1);
        // Without its still the clip is not asked for either.
        break;
      }
      const { costUsdMicros, basis, pricedAtMs } = estimate.value;
      const price = { costUsdMicros, basis, pricedAtMs, problem: null };
      shots.push({ shotId: shot.id, kind, provider, model, ...price });
      const key = `${request.kind} ${request.model} ${basis}`;
      const group = groups.get(key) ?? {
        kind: request.kind,
        model: request.model,
        basis,
        count: 0,
        costUsdMicros: 0,
      };
      group.count++;
      group.costUsdMicros += costUsdMicros;
      counts[request.kind]++;
      groups.set(key, group);
    }
  }
  const all = [...groups.values()];
  return ok({
    stills: counts.still,
    clips: counts.clip,
    costUsdMicros: all.reduce((sum, group) => sum + group.costUsdMicros, 0),
    lines: [
      ...all.map(describeGroup),
      ...[...refusals].map(([message, count]) => `${count} left out: ${message}`),
    ],
    pricedAtMs: oldestOf(shots),
    ended,
    unpriced: shots.filter(({ problem }) => problem !== null).length,
    shots,
    elsewhere:
      choice.payAgain === true ? [] : await priceElsewhere(store, projectId, makers, choice, hasFile),
  });
}

/** What is left out because another device is at it. */
async function priceElsewhere(
  store: Store,
  projectId: ProjectId,
  makers: PictureMakers,
  choice: GenerationChoice,
  hasFile: (id: AssetId) => boolean,
): Promise<PriceElsewhere[]> {
  const jobs = new Map(
    store.jobs.underWayElsewhere(projectId).map((job) => [`${job.shotId} ${job.request.kind}`, job]),
  );
  if (jobs.size === 0) return [];
  const found: PriceElsewhere[] = [];
  const all = findMissingWork(store, projectId, makers, { ...choice, payAgain: true }, hasFile);
  for (const { shot, still, clip, stillAssetId } of all) {
    for (const request of [still, clip?.(stillAssetId ?? stillToCome) ?? null]) {
      const job = request === null ? undefined : jobs.get(`${shot.id} ${request.kind}`);
      if (request === null || job === undefined || makers[request.kind].free) continue;
      const estimate = await makers[request.kind].estimate(request);
      found.push({
        ...{ shotId: shot.id, kind: request.kind, jobId: job.id, deviceId: job.deviceId },
        askedAtMs: job.sentAtMs ?? job.createdAtMs,
        costUsdMicros: estimate.ok ? estimate.value.costUsdMicros : null,
      });
    }
  }
  return found;
}

function oldestOf(shots: readonly ShotPrice[]): number | null {
  const times = shots.map(({ pricedAtMs }) => pricedAtMs).filter((time) => time !== null);
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}

function describeGroup({ kind, model, basis, count, costUsdMicros }: Group): string {
  return `${count} ${kind}${count === 1 ? '' : 's'} with ${model}, each ${basis}: ${formatUsd(costUsdMicros)}`;
}
