import { Check } from 'lucide-react';
import { posterAddress } from '../../../client/media-addresses.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { ApprovableStill } from './approvable.ts';

/** One still; a press approves it or takes that back. */
export function ReviewPicture({
  still: { number, description, assetId, isApproved, isOutdated },
  onApprove,
}: {
  readonly still: ApprovableStill;
  readonly onApprove: (approved: boolean) => void;
}) {
  const words = useWords('review');
  return (
    <li className="min-w-0 [contain-intrinsic-size:auto_200px] [content-visibility:auto]">
      <button
        type="button"
        aria-pressed={isApproved}
        aria-label={words.approve(number, description)}
        onClick={() => onApprove(!isApproved)}
        className="group flex w-full flex-col gap-1 rounded-inner p-1 text-left -outline-offset-2 hover:bg-hover"
      >
        <span className="relative block aspect-video w-full overflow-hidden rounded-inner bg-black outline-1 -outline-offset-1 outline-line group-aria-pressed:outline-2 group-aria-pressed:outline-good">
          <img src={posterAddress(assetId, 216)} alt="" loading="lazy" className="size-full object-contain" />
          {isApproved ? (
            <span className="absolute top-1 right-1 inline-flex size-5 items-center justify-center rounded-inner bg-float text-good">
              <Icon of={Check} size={14} />
            </span>
          ) : null}
          {isOutdated ? (
            <span className="absolute bottom-1 left-1">
              <Badge>{words.outdated}</Badge>
            </span>
          ) : null}
        </span>
        <span className="flex min-w-0 items-baseline gap-1.5 text-sm">
          <span className="font-mono font-medium text-text">{number}</span>
          <span className="min-w-0 flex-1 truncate text-muted">{description}</span>
        </span>
      </button>
    </li>
  );
}
