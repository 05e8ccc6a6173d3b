import { ChevronLeft } from 'lucide-react';
import type { Take } from '../../../../domain/assets/take.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useTakeName } from './take-name.ts';

/** The takes that one was made from, the nearest first. */
export function sourcesOf(takes: readonly Take[], take: Take): readonly Take[] {
  const chain: Take[] = [];
  let from = take.fromTakeId;
  while (from !== null) {
    const id = from;
    const found = takes.find((each) => each.id === id);
    if (found === undefined || chain.includes(found)) break;
    chain.push(found);
    from = found.fromTakeId;
  }
  return chain;
}

/** Step by step what a take was made from; a press shows that one. */
export function MadeFrom({
  takes,
  take,
  onShow,
}: {
  readonly takes: readonly Take[];
  readonly take: Take;
  readonly onShow: (take: Take) => void;
}) {
  const words = useWords('takes').detail;
  const nameOf = useTakeName();
  const chain = sourcesOf(takes, take);
  if (chain.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm text-muted">{chain.length === 1 ? words.madeFrom : words.chain}</h3>
      <ol className="flex flex-wrap items-center gap-1">
        {chain.map((each) => (
          <li key={each.id} className="flex items-center gap-1">
            <Icon of={ChevronLeft} size={14} className="text-faint" />
            <button
              type="button"
              onClick={() => onShow(each)}
              className="flex items-center gap-2 rounded-inner p-1 text-sm hover:bg-hover"
            >
              <img
                src={posterAddress(each.assetId, 72)}
                alt=""
                className="h-7 w-12 rounded-inner bg-black object-contain"
              />
              {nameOf(takes, each)}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
