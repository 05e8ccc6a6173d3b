import type { SoundTake } from '../../../domain/assets/current-sound.ts';
import type { TakeId } from '../../../domain/kernel/ids.ts';
import type { CommissionContext } from './commission-plan.ts';

/** A chosen take with its frozen request, where it and its file are there. */
export function chosenSound(
  { store, library }: Pick<CommissionContext, 'store' | 'library'>,
  takeId: TakeId | null,
): SoundTake | null {
  const take = takeId === null ? null : store.row('take', takeId);
  if (take === null || !library.assetPath(take.assetId).ok) return null;
  return { take, request: take.jobId === null ? null : (store.row('job', take.jobId)?.request ?? null) };
}
