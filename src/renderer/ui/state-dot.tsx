import { classNames } from './class-names.ts';

export type DotState =
  | 'none'
  | 'waiting'
  | 'running'
  | 'done'
  | 'stale'
  | 'failed'
  | 'unknown'
  | 'offline'
  | 'locked';

export interface StateDotProps {
  readonly state: DotState;
  /** What the state means, in words. */
  readonly label: string;
  /** The words stand beside the dot; otherwise they are its name and its tooltip. */
  readonly withWords?: boolean | undefined;
  /** A sentence beside it is read to its end. */
  readonly wraps?: boolean | undefined;
}

/** Shape and colour both differ, so that a state is told without seeing colour. */
const looks: Readonly<Record<DotState, string>> = {
  none: 'rounded-full border border-line-strong',
  waiting: 'rounded-full border-2 border-muted',
  running: 'rounded-full bg-accent animate-pulse',
  done: 'rounded-full bg-good',
  stale: 'rounded-full border-2 border-accent',
  failed: 'rotate-45 bg-bad',
  unknown: 'rotate-45 border-2 border-bad',
  offline: 'border-2 border-muted',
  locked: 'bg-info',
};

/** The state of a shot, a job, a file or a line, small. */
export function StateDot({ state, label, withWords = false, wraps = false }: StateDotProps) {
  const dot = (
    <span
      aria-hidden
      className={classNames('inline-block size-2 shrink-0 forced-color-adjust-none', looks[state])}
    />
  );
  if (!withWords) {
    return (
      <span
        role="img"
        aria-label={label}
        title={label}
        className="inline-flex size-3 items-center justify-center"
      >
        {dot}
      </span>
    );
  }
  return (
    <span
      className={classNames(
        'inline-flex min-w-0 gap-1.5 text-sm text-muted',
        wraps ? 'items-start' : 'items-center',
      )}
    >
      {wraps ? <span className="flex h-4 w-3 items-center justify-center">{dot}</span> : dot}
      <span className={classNames('min-w-0', wraps ? 'break-words' : 'truncate')}>{label}</span>
    </span>
  );
}
