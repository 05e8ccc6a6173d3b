import { useFormats, useWords } from '../words/use-words.ts';
import { classNames } from './class-names.ts';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 or null while it is not known how much there is. */
  readonly total: number | null;
  /** What there is of, where it is no plain number: bytes. */
  readonly counted?: 'number' | 'bytes' | undefined;
  /** null before it can be told. */
  readonly secondsLeft?: number | null | undefined;
  /** `bar` draws no words: they stand elsewhere. */
  readonly look?: 'words' | 'bar' | undefined;
  readonly tone?: 'running' | 'waiting' | 'failed' | undefined;
  readonly className?: string | undefined;
}

const tones = { running: 'bg-accent', waiting: 'bg-muted', failed: 'bg-bad' } as const;

/** Done of all, and the time left once it can be told. */
export function Progress({
  label,
  done,
  total,
  counted = 'number',
  secondsLeft = null,
  look = 'words',
  tone = 'running',
  className,
}: ProgressProps) {
  const words = useWords('parts');
  const formats = useFormats();
  const known = total !== null && total > 0;
  const share = known ? Math.min(1, done / total) : 0;
  const said = known ? words.doneOf(formats[counted](done), formats[counted](total)) : words.starting;
  const left = secondsLeft === null || share >= 1 ? null : words.timeLeft(formats.timeLeft(secondsLeft));
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      {look === 'words' ? (
        <div className="flex min-w-0 justify-between gap-3 text-sm text-muted tabular-nums">
          <span className="min-w-0 truncate">{label}</span>
          <span className="shrink-0">{left === null ? said : `${said} · ${left}`}</span>
        </div>
      ) : null}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={known ? total : undefined}
        aria-valuenow={known ? done : undefined}
        aria-valuetext={left === null ? said : `${said}, ${left}`}
        className="h-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className={classNames(
            'h-full w-full origin-left rounded-full transition-transform duration-150 forced-color-adjust-none',
            tones[tone],
            !known && 'animate-pulse opacity-50',
          )}
          style={{ transform: `scaleX(${known ? share : 1})` }}
        />
      </div>
    </div>
  );
}
