import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type BadgeTone = 'plain' | 'accent' | 'good' | 'bad' | 'info';

const looks: Readonly<Record<BadgeTone, string>> = {
  plain: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-text',
  good: 'bg-hover text-good',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
};

/** A word or a number that belongs to what it stands beside. */
export function Badge({
  tone = 'plain',
  className,
  children,
}: {
  readonly tone?: BadgeTone | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex h-4 min-w-4 max-w-full shrink-0 items-center justify-center rounded-inner px-1 text-xs font-medium whitespace-nowrap tabular-nums',
        looks[tone],
        className,
      )}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}
