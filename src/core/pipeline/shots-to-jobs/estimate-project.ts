import type { PictureRequest } from '../../../domain/jobs/generation-request.ts';
import { formatUsd } from '../../../domain/jobs/money.ts';
import type { AssetId, ProjectId } from '../../../domain/kernel/ids.ts';
import { ok, type Result } from '../../../domain/kernel/result.ts';
import type { Generator } from '../../ports/generator.ts';
import type { Store } from '../../store/store.ts';
import { concernsAll } from './concerns-all.ts';
import { findMissingWork, type GenerationChoice } from './missing-work.ts';

export interface ProjectEstimate {
  readonly stills: number;
  readonly clips: number;
  readonly costUsdMicros: number;
  readonly lines: string[];
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
  generator: Generator,
  choice: GenerationChoice,
  hasFile?: (id: AssetId) => boolean,
): Promise<Result<ProjectEstimate>> {
  const groups = new Map<string, Group>();
  const counts = { still: 0, clip: 0 };
  const refusals = new Map<string, number>();
  for (const { still, clip, stillAssetId } of findMissingWork(store, projectId, generator, choice, hasFile)) {
    for (const request of [still, clip?.(generator.free ? null : (stillAssetId ?? stillToCome)) ?? null]) {
      if (request === null) continue;
      const estimate = await generator.estimate(request);
      if (!estimate.ok) {
        if (concernsAll(estimate.fault)) return estimate;
        refusals.set(estimate.fault.message, (refusals.get(estimate.fault.message) ?? 0) + 1);
        continue;
      }
      const { costUsdMicros, basis } = estimate.value;
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
  });
}

function describeGroup({ kind, model, basis, count, costUsdMicros }: Group): string {
  return `${count} ${kind}${count === 1 ? '' : 's'} with ${model}, each ${basis}: ${formatUsd(costUsdMicros)}`;
}
