import type { RecordsPatch } from '../../../../domain/kernel/patch.ts';

/** What an update of scenes and shots would change now, row by row. */
export interface PendingUpdate {
  /** Shots whose picture, words or length would be another one. */
  readonly changedShots: ReadonlySet<string>;
  /** Shots whose words are gone from the text. */
  readonly goneShots: ReadonlySet<string>;
  readonly newShots: number;
  /** Scenes that would be new, gone or described differently. */
  readonly scenes: number;
}

export const nothingPending: PendingUpdate = {
  changedShots: new Set(),
  goneShots: new Set(),
  newShots: 0,
  scenes: 0,
};

export function isPending(update: PendingUpdate): boolean {
  return update.changedShots.size + update.goneShots.size + update.newShots + update.scenes > 0;
}

/** Fields that say where a row stands and not what it shows. */
const placing: ReadonlySet<string> = new Set(['order', 'blockIds', 'editedFields']);

/** The parts of a breakdown's patch that a person would see; rows that only get another place are passed over. */
export function summariseUpdate(patch: RecordsPatch): PendingUpdate {
  const changedShots = new Set<string>();
  const goneShots = new Set<string>();
  let newShots = 0;
  let scenes = 0;
  for (const change of patch.changes) {
    const seen = change.kind !== 'update' || Object.keys(change.fields).some((field) => !placing.has(field));
    if (!seen) continue;
    if (change.entity === 'scene') scenes++;
    if (change.entity !== 'shot') continue;
    if (change.kind === 'add') newShots++;
    else if (change.kind === 'remove') goneShots.add(change.row.id);
    else changedShots.add(change.id);
  }
  return { changedShots, goneShots, newShots, scenes };
}
