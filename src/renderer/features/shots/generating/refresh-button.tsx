import { RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { isUnderWay } from '../../../state/shot-facts.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { usePrice } from './generate-button.tsx';
import { useEstimate } from './use-estimate.ts';
import { useGeneration } from './use-generation.ts';

/** How many shots are out of date, and what bringing them up to date costs; nothing while all are, or are on their way. */
export function RefreshButton() {
  const { shots } = useProject();
  const revision = useShotIndex((index) => index.revision());
  // The same shots are the same list, however often another one changes.
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
  const shotIds = useMemo(() => {
    const wanted = new Set(ids.split(' '));
    return shots.shotIds().filter((id) => wanted.has(id));
  }, [shots, ids]);
  return shotIds.length === 0 ? null : <PricedRefresh shotIds={shotIds} />;
}

function PricedRefresh({ shotIds }: { readonly shotIds: readonly ShotId[] }) {
  const words = useWords('takes').refresh;
  const board = useBoardStore();
  const { isFree, isReady, start } = useGeneration();
  const estimate = useEstimate(shotIds);
  const price = usePrice(estimate);
  const count = shotIds.length;
  const nothing = estimate !== null && estimate.stills + estimate.clips === 0;
  return (
    <Button
      size="small"
      icon={RefreshCw}
      disabled={!isReady || estimate === null || nothing}
      title={nothing ? words.byHand : words.hint}
      onClick={() =>
        isFree ? start(shotIds, false, 0) : board.setState({ dialog: { is: 'price', shotIds, again: false } })
      }
    >
      {estimate === null || nothing ? words.outOfDate(count) : words.priced(count, price)}
    </Button>
  );
}
