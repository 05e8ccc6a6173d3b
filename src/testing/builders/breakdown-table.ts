import type { CastMember } from '../../domain/cast/cast-member.ts';
import { compareByOrder } from '../../domain/kernel/order.ts';
import type { Scene } from '../../domain/scenes/scene.ts';
import { updateBreakdown } from '../../domain/shots/reconcile/reconcile-breakdown.ts';
import type { Shot } from '../../domain/shots/shot.ts';
import type { Block } from '../../domain/text/block.ts';
import { applyPatch, type RowTable, rowsOf, tableOf } from '../apply-patch.ts';
import { testProjectId } from './build-blocks.ts';

/** The project of the blocks that `buildBlocks` makes, as a breakdown asks for it. */
export const brokenDownProject = { id: testProjectId, fpsNum: 24, fpsDen: 1 };

/** What a breakdown reads and makes, each in its order. */
export function breakdownIn(table: RowTable) {
  return {
    blocks: rowsOf<Block>(table, 'block').sort(compareByOrder),
    scenes: rowsOf<Scene>(table, 'scene').sort(compareByOrder),
    cast: rowsOf<CastMember>(table, 'cast').sort(compareByOrder),
    shots: rowsOf<Shot>(table, 'shot').sort(compareByOrder),
  };
}

/** What a breakdown of the table as it stands would change. */
export function updateOf(table: RowTable) {
  const { blocks, ...stored } = breakdownIn(table);
  return updateBreakdown(brokenDownProject, blocks, stored);
}

/** A text with its first breakdown. */
export function brokenDown(blocks: readonly Block[]): RowTable {
  const table = tableOf({ block: blocks });
  return applyPatch(table, updateOf(table).patch);
}
