import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { isUnderWay, type ShotFacts } from '../../../state/shot-facts.ts';

export interface SceneSums {
  readonly shots: number;
  readonly durationFlicks: number;
  readonly outdated: number;
  readonly failed: number;
  readonly underWay: number;
}

/** What a heading says of its shots. */
export function sumShots(shotIds: readonly ShotId[], factsOf: (id: ShotId) => ShotFacts | null): SceneSums {
  const sums = { shots: 0, durationFlicks: 0, outdated: 0, failed: 0, underWay: 0 };
  for (const id of shotIds) {
    const facts = factsOf(id);
    if (facts === null) continue;
    sums.shots++;
    sums.durationFlicks += facts.shot.durationFlicks;
    if (facts.outdated) sums.outdated++;
    if (facts.state === 'failed' || facts.state === 'unknown') sums.failed++;
    if (isUnderWay(facts.state)) sums.underWay++;
  }
  return sums;
}
