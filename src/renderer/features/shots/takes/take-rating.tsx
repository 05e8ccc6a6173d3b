import { Star } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Take } from '../../../../domain/assets/take.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useWords } from '../../../words/use-words.ts';
import { type Rating, ratings } from './ratings.ts';

/** Five stars. The one that is set takes the rating back when it is pressed again. */
export function TakeRating({
  rating,
  name,
  onRate,
}: {
  readonly rating: Take['rating'];
  /** What is rated. */
  readonly name: string;
  readonly onRate: (rating: Rating | null) => void;
}) {
  const words = useWords('takes');
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.min(5, Math.max(0, (rating ?? 0) + step));
    const found = ratings.find((each) => each === next) ?? null;
    onRate(found);
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[Math.max(0, next - 1)]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={words.rating(name)}
      className="-ml-0.5 inline-flex shrink-0 items-center"
      onKeyDown={onKeyDown}
    >
      {ratings.map((each) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio of the browser cannot be taken back by pressing it again
        <button
          key={each}
          type="button"
          role="radio"
          aria-checked={rating === each}
          aria-label={words.stars(each)}
          tabIndex={each === (rating ?? 1) ? 0 : -1}
          onClick={() => onRate(rating === each ? null : each)}
          className={classNames(
            'inline-flex size-3.5 items-center justify-center rounded-inner hover:text-text',
            each <= (rating ?? 0) ? 'text-accent-text' : 'text-faint',
          )}
        >
          <Star
            size={12}
            strokeWidth={1.5}
            aria-hidden
            fill={each <= (rating ?? 0) ? 'currentColor' : 'none'}
          />
        </button>
      ))}
    </div>
  );
}
