import type { ShotPrice } from '../../../../contract/jobs.ts';
import { useProject } from '../../../state/project-context.ts';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';

/** What each shot would cost, in film order, and why one has no price. */
export function ShotPrices({ prices }: { readonly prices: readonly ShotPrice[] }) {
  const words = useWords('generating').price;
  const formats = useFormats();
  const interpret = useInterpret();
  const { shots } = useProject();
  return (
    <VirtualList
      label={words.perShot}
      items={prices}
      keyOf={({ shotId, kind }) => `${shotId} ${kind}`}
      rowHeightPx={28}
      className="max-h-56 border-y border-line"
      render={({ shotId, kind, model, costUsdMicros, problem }) => (
        <div className="grid h-full grid-cols-[48px_64px_minmax(0,1fr)_auto] items-center gap-x-2 text-sm text-muted">
          <span className="truncate text-text tabular-nums">{shots.facts(shotId)?.number ?? ''}</span>
          <span className="truncate">{words.kinds[kind]}</span>
          {problem === null ? (
            <span className="truncate" title={model}>
              {model}
            </span>
          ) : (
            <span className="truncate text-bad" title={interpret(problem)}>
              {interpret(problem)}
            </span>
          )}
          <span className="text-text tabular-nums">
            {costUsdMicros === null ? words.noPrice : formats.exactMoney(costUsdMicros)}
          </span>
        </div>
      )}
    />
  );
}
