import { ShotId } from '../../domain/kernel/ids.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { addShot } from '../../domain/shots/commands/add-shot.ts';
import { approveStills } from '../../domain/shots/commands/approve-stills.ts';
import { deleteShot } from '../../domain/shots/commands/delete-shot.ts';
import { duplicateShot } from '../../domain/shots/commands/duplicate-shot.ts';
import { editInTurn } from '../../domain/shots/commands/edit-in-turn.ts';
import { editShot } from '../../domain/shots/commands/edit-shot.ts';
import { mergeShots } from '../../domain/shots/commands/merge-shots.ts';
import { moveShot } from '../../domain/shots/commands/move-shot.ts';
import { narrateShots } from '../../domain/shots/commands/narrate-shots.ts';
import { splitShot } from '../../domain/shots/commands/split-shot.ts';
import { formatShotList } from '../../domain/shots/format-shot-list.ts';
import type { IdSource } from '../ports/id-source.ts';
import { requireProject } from '../store/require-project.ts';
import { chooseShotTake } from './breakdown/choose-shot-take.ts';
import { editBreakdown } from './breakdown/edit-breakdown.ts';
import { commitEdit } from './commit-edit.ts';
import { os } from './implementer.ts';

/** "Move shot", "Move 12 shots". */
const titled = (verb: string, shotIds: readonly ShotId[]): string =>
  shotIds.length === 1 ? `${verb} shot` : `${verb} ${shotIds.length} shots`;

const newShotId = (ids: IdSource): ShotId => ShotId.parse(ids.newId());

export const shotHandlers = {
  list: os.shots.list.handler(({ input, context: { store } }) =>
    store.rows('shot', unwrap(requireProject(store, input.projectId)).id),
  ),
  print: os.shots.print.handler(({ input, context: { store } }) => {
    const { id } = unwrap(requireProject(store, input.projectId));
    return { text: formatShotList(store.rows('scene', id), store.rows('shot', id)) };
  }),
  add: os.shots.add.handler(({ input: { projectId, ...input }, context }) =>
    editBreakdown(context, projectId, 'Add shot', (rows) =>
      addShot(rows, rows.cast, rows.rate, { ...input, id: newShotId(context.ids) }),
    ),
  ),
  edit: os.shots.edit.handler(({ input: { projectId, shotId, fields }, context }) =>
    editBreakdown(context, projectId, 'Edit shot', ({ shots, cast, rate }) =>
      editShot(shots, cast, rate, shotId, fields),
    ),
  ),
  duplicate: os.shots.duplicate.handler(({ input: { projectId, shotId }, context }) =>
    editBreakdown(context, projectId, 'Duplicate shot', (rows) =>
      duplicateShot(rows, shotId, newShotId(context.ids)),
    ),
  ),
  delete: os.shots.delete.handler(({ input: { projectId, shotId }, context }) =>
    editBreakdown(context, projectId, 'Delete shot', (rows) => deleteShot(rows, shotId)),
  ),
  move: os.shots.move.handler(({ input: { projectId, shotId, sceneId, afterShotId }, context }) =>
    editBreakdown(context, projectId, 'Move shot', (rows) => moveShot(rows, shotId, sceneId, afterShotId)),
  ),
  split: os.shots.split.handler(({ input: { projectId, shotId, at }, context }) =>
    editBreakdown(context, projectId, 'Split shot', (rows) =>
      splitShot(rows, rows.rate, shotId, newShotId(context.ids), at),
    ),
  ),
  merge: os.shots.merge.handler(({ input: { projectId, firstShotId, secondShotId }, context }) =>
    editBreakdown(context, projectId, 'Merge shots', (rows) => mergeShots(rows, firstShotId, secondShotId)),
  ),
  editMany: os.shots.editMany.handler(({ input: { projectId, shotIds, fields }, context }) =>
    editBreakdown(context, projectId, titled('Edit', shotIds), (rows) =>
      editInTurn(
        rows,
        shotIds.map((id) => (now) => editShot(now.shots, now.cast, now.rate, id, fields)),
      ),
    ),
  ),
  moveMany: os.shots.moveMany.handler(({ input: { projectId, shotIds, sceneId, afterShotId }, context }) =>
    editBreakdown(context, projectId, titled('Move', shotIds), (rows) =>
      editInTurn(
        rows,
        shotIds.map((id, i) => (now) => moveShot(now, id, sceneId, shotIds[i - 1] ?? afterShotId)),
      ),
    ),
  ),
  deleteMany: os.shots.deleteMany.handler(({ input: { projectId, shotIds }, context }) =>
    editBreakdown(context, projectId, titled('Delete', shotIds), (rows) =>
      editInTurn(
        rows,
        shotIds.map((id) => (now) => deleteShot(now, id)),
      ),
    ),
  ),
  approveStills: os.shots.approveStills.handler(({ input: { projectId, shotIds, approved }, context }) => {
    const { store } = context;
    unwrap(requireProject(store, projectId));
    const patch = approveStills(store.rows('shot', projectId), shotIds, approved);
    return commitEdit(store, projectId, approved ? 'Approve stills' : 'Take approval back', patch);
  }),
  narrate: os.shots.narrate.handler(({ input: { projectId, shotIds }, context }) =>
    editBreakdown(context, projectId, 'Let a narrator speak', (rows) => narrateShots(rows, shotIds)),
  ),
  chooseTake: os.shots.chooseTake.handler(({ input, context }) => chooseShotTake(context, input)),
};
