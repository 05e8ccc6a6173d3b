import { z } from 'zod';
import { deriveId } from '../kernel/derive-id.ts';
import { parseHlc } from '../kernel/hlc.ts';
import { ConflictId, ProjectId } from '../kernel/ids.ts';
import type { Met } from './row-registers.ts';

/**
 * A value that was overwritten by somebody who had not seen it. It is kept until a person says what shall be, and after that.
 * `field` null: the row `rowId` was deleted by one and edited by another; `value` holds all its fields, `winnerValue` is null.
 */
export const Conflict = z.object({
  id: ConflictId,
  projectId: ProjectId,
  entity: z.string().min(1).max(64),
  rowId: z.string().min(1).max(200),
  field: z.string().max(64).nullable(),
  /** What lost, and the stamp of the write it came with. */
  value: z.json().nullable(),
  stamp: z.string(),
  /** What it lost to, at that moment; by now it may be something else. */
  winnerValue: z.json().nullable(),
  winnerStamp: z.string(),
  /** When the later of the two was written, by the clock of its device. */
  metAtMs: z.int().nonnegative(),
  /** When a person said what shall be; null while nobody has. */
  resolvedAtMs: z.int().nonnegative().nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

/** Two writes that met, as a row: the same from whoever finds them. */
export function conflictOf(projectId: ProjectId, met: Met): Conflict {
  const { e, id, field, loser, loserStamp, winner, winnerStamp } = met;
  return {
    id: deriveId('conflict', projectId, e, id, field ?? '', loserStamp, winnerStamp) as ConflictId,
    projectId,
    entity: e,
    rowId: id,
    field,
    value: loser as Conflict['value'],
    stamp: loserStamp,
    winnerValue: winner as Conflict['value'],
    winnerStamp,
    metAtMs: parseHlc(stampOfMet(met)).ms,
    resolvedAtMs: null,
  };
}

/** The stamp of every register of such a row: the later of the two. */
export function stampOfMet({ loserStamp, winnerStamp }: Pick<Met, 'loserStamp' | 'winnerStamp'>): string {
  return loserStamp > winnerStamp ? loserStamp : winnerStamp;
}
