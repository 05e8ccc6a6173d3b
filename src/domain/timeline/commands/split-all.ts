import type { RecordsPatch } from '../../kernel/patch.ts';
import type { Result } from '../../kernel/result.ts';
import { attachedItemsIn, mainItemAt } from '../queries.ts';
import { runTogether, type Step } from '../run-together.ts';
import type { TimelineIndex } from '../timeline-index.ts';
import { snapped } from './find-item.ts';
import type { NewId } from './main-edits.ts';
import { refuse } from './refusals.ts';
import { splitItem } from './split-item.ts';

export interface SplitAll {
  readonly atFlicks: number;
  readonly newId: NewId;
}

/**
 * Cuts everything that is on screen or heard at a time, on every track, but for captions: their words would be shown
 * twice. Refuses `timeline.too-short` where nothing can be cut.
 */
export function splitAll(index: TimelineIndex, { atFlicks, newId }: SplitAll): Result<RecordsPatch> {
  const main = mainItemAt(index, atFlicks);
  const here = [...(main === null ? [] : [main]), ...attachedItemsIn(index, atFlicks, atFlicks + 1)];
  const steps = here.flatMap(({ item, startFlicks }): Step[] => {
    const into = snapped(index, atFlicks - startFlicks);
    if (item.kind === 'caption' || into <= 0 || into >= item.durationFlicks) return [];
    return [(now) => splitItem(now, { itemId: item.id, atFlicks, newId })];
  });
  return steps.length === 0 ? refuse('timeline.too-short', { atFlicks }) : runTogether(index, steps);
}
