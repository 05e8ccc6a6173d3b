import { CastingDialog } from '../casting/casting-dialog.tsx';
import { SplitDialog } from '../editing/split-dialog.tsx';
import { BudgetDialog } from '../generating/budget-dialog.tsx';
import { PriceDialog } from '../generating/price-dialog.tsx';
import { ReviewDialog } from '../reviewing/review-dialog.tsx';
import { SoundDialog } from '../sounding/sound-dialog.tsx';
import { CompareDialog } from '../takes/compare-dialog.tsx';
import { EnlargeDialog } from '../takes/enlarge-dialog.tsx';
import { RewordDialog } from '../takes/reword-dialog.tsx';
import { TakeDialog } from '../takes/take-dialog.tsx';
import { useBoard, useBoardStore } from './board-store.ts';
import { useTakeUpRemark } from './use-take-up-remark.ts';

/** The question that stands before the board, if there is one. */
export function BoardDialogs() {
  const board = useBoardStore();
  const dialog = useBoard((state) => state.dialog);
  useTakeUpRemark();
  const onClose = (): void => board.setState({ dialog: null });
  if (dialog === null) return null;
  switch (dialog.is) {
    case 'compare':
      return <CompareDialog shotId={dialog.shotId} takeId={dialog.takeId} onClose={onClose} />;
    case 'take':
      return <TakeDialog shotId={dialog.shotId} takeId={dialog.takeId} onClose={onClose} />;
    case 'enlarge':
      return <EnlargeDialog shotId={dialog.shotId} takeId={dialog.takeId} onClose={onClose} />;
    case 'reword':
      return (
        <RewordDialog
          shotId={dialog.shotId}
          takeId={dialog.takeId}
          remark={dialog.remark ?? null}
          onClose={onClose}
        />
      );
    case 'budget':
      return <BudgetDialog costUsdMicros={dialog.costUsdMicros} onClose={onClose} onSet={dialog.onSet} />;
    case 'price':
      return <PriceDialog shotIds={dialog.shotIds} again={dialog.again} onClose={onClose} />;
    case 'review':
      return <ReviewDialog onClose={onClose} />;
    case 'casting':
      return <CastingDialog onClose={onClose} />;
    case 'sound':
      return <SoundDialog opened={dialog.opened} sceneId={dialog.sceneId} onClose={onClose} />;
    case 'split':
      return <SplitDialog shotId={dialog.shotId} onClose={onClose} />;
  }
}
