import { Check, MonitorSmartphone, Sparkles, TriangleAlert } from 'lucide-react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useShortcut } from '../../../actions/use-shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { useStillsToApprove } from '../reviewing/use-stills-to-approve.ts';
import { useRunningGeneration } from './batch-progress.tsx';
import { type Estimate, useEstimate } from './use-estimate.ts';
import { useGeneration } from './use-generation.ts';

/** "Generate 12 clips · free": what would be made and what it costs stand on the button. */
export function GenerateButton({
  shotIds,
  variant = 'primary',
  size,
}: {
  /** null: everything that is missing. */
  readonly shotIds: readonly ShotId[] | null;
  readonly variant?: 'primary' | 'plain';
  readonly size?: 'normal' | 'small';
}) {
  const words = useWords('generating');
  const review = useWords('review');
  const { isReady, start } = useGeneration();
  const isRunning = useRunningGeneration() !== null;
  const estimate = useEstimate(shotIds);
  const price = usePrice(estimate);
  const shortcut = useShortcut(shotIds === null ? 'shot.generateAll' : 'shot.generate');
  const waiting = useStillsToApprove(shotIds);
  const board = useBoardStore();
  const nothing = estimate !== null && estimate.stills === 0 && estimate.clips === 0;
  // While takes are on their way there is neither something to ask for nor everything there.
  if (nothing && isRunning) return null;
  if (nothing && waiting > 0) {
    return (
      <Button
        variant={variant}
        size={size}
        icon={Check}
        onClick={() => board.setState({ dialog: { is: 'review' } })}
      >
        {review.open(waiting)}
      </Button>
    );
  }
  const elsewhere = new Set(estimate?.elsewhere?.map(({ shotId }) => shotId)).size;
  const showPrices = (): void => board.setState({ dialog: { is: 'price', shotIds, again: false } });
  if (nothing && elsewhere > 0) {
    return (
      <Button variant="plain" size={size} icon={MonitorSmartphone} onClick={showPrices}>
        {words.elsewhere.button(elsewhere)}
      </Button>
    );
  }
  const ended = estimate?.ended ?? 0;
  if (nothing && ended > 0) {
    return (
      <Button
        variant="plain"
        size={size}
        icon={TriangleAlert}
        onClick={() => board.setState({ filter: 'failed' })}
      >
        {words.showEnded(ended)}
      </Button>
    );
  }
  if (nothing) {
    return (
      <span className="truncate text-sm text-faint" role="status">
        {words.generateNothing}
      </span>
    );
  }
  return (
    <Button
      variant={variant}
      size={size}
      icon={Sparkles}
      shortcut={size === 'small' ? null : shortcut}
      disabled={!isReady || estimate === null}
      // What another device is at is said before anything is asked for.
      onClick={elsewhere > 0 ? showPrices : () => start(shotIds, false, estimate?.costUsdMicros ?? null)}
    >
      {estimate === null ? words.pricing : words.generateAll(estimate.stills, estimate.clips, price)}
    </Button>
  );
}

/** "free" or "about $4.20". */
export function usePrice(estimate: Estimate | null): string {
  const words = useWords('generating');
  const formats = useFormats();
  const { isFree } = useGeneration();
  if (isFree) return words.free;
  return estimate === null ? '' : words.about(formats.money(estimate.costUsdMicros));
}
