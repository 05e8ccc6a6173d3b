import { useMemo } from 'react';
import type { EditReceipt } from '../../../../contract/base.ts';
import type { Take } from '../../../../domain/assets/take.ts';
import type { ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import type { Rating } from './ratings.ts';

type Edited = Promise<EditReceipt | null>;

export interface TakeEdits {
  choose(shotId: ShotId, take: Take): Edited;
  rate(takeIds: readonly TakeId[], rating: Rating | null): Edited;
  putAway(takeIds: readonly TakeId[]): Edited;
  bringBack(takeIds: readonly TakeId[]): Edited;
  /** For good, but for undo; files stay until storage is cleared. */
  delete(takeIds: readonly TakeId[]): Edited;
}

/** What can be done with takes; each is one undoable edit. */
export function useTakeEdits(): TakeEdits {
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  return useMemo(
    () => ({
      choose: (shotId, { kind, id }) =>
        edit(() => client.shots.chooseTake({ projectId, shotId, kind, takeId: id })),
      rate: (takeIds, rating) => edit(() => client.takes.rate({ projectId, takeIds: [...takeIds], rating })),
      putAway: (takeIds) => edit(() => client.takes.putAway({ projectId, takeIds: [...takeIds] })),
      bringBack: (takeIds) => edit(() => client.takes.bringBack({ projectId, takeIds: [...takeIds] })),
      delete: (takeIds) => edit(() => client.assets.deleteTakes({ projectId, takeIds: [...takeIds] })),
    }),
    [client, projectId, edit],
  );
}
