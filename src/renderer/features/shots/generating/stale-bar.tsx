import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { isUnderWay } from '../../../state/shot-facts.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { useGeneration } from './use-generation.ts';
import { useRefreshPrice } from './use-refresh-price.ts';

/** How many shots are out of date, and what bringing them up to date costs; nothing while all are, or are on their way. */
export function StaleBar() {
  const { shots } = useProject();
  const revision = useShotIndex((index) => index.revision());
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted again with every change of a shot
  const ids = useMemo(
    () =>
      shots
        .shotIds()
        .filter((id) => {
          const facts = shots.facts(id);
          return facts?.outdated === true && !isUnderWay(facts.state);
        })
        .join(' '),
    [shots, revision],
  );
  // The same shots are the same list, however often another one changes.
  const shotIds = useMemo(() => {
    const wanted = new Set(ids.split(' '));
    return shots.shotIds().filter((id) => wanted.has(id));
  }, [shots, ids]);
  return shotIds.length === 0 ? null : <PricedBar shotIds={shotIds} />;
}

function PricedBar({ shotIds }: { readonly shotIds: readonly ShotId[] }) {
  const words = useWords('takes').refresh;
  const board = useBoardStore();
  const { isFree, isReady, start } = useGeneration();
  const { now, price, later, dated, isNothing } = useRefreshPrice(shotIds);
  const isKnown = now !== null && !isNothing;
  return (
    <div
      role="status"
      className="flex min-h-9 shrink-0 items-center gap-3 border-b border-line bg-panel px-3 text-sm"
    >
      <StateDot state="stale" label={words.outOfDate(shotIds.length)} withWords />
      <span className="min-w-0 flex-1 truncate text-faint tabular-nums" title={words.hint}>
        {isNothing ? words.byHand : [later, dated].filter((part) => part !== null).join(' ')}
      </span>
      <Button
        size="small"
        icon={RefreshCw}
        disabled={!isReady || !isKnown}
        onClick={() =>
          isFree
            ? start(shotIds, false, 0)
            : board.setState({ dialog: { is: 'price', shotIds, again: false } })
        }
      >
        {isKnown ? words.this(price) : words.verb}
      </Button>
    </div>
  );
}
