/** How many takes a shot has, small: a strip of film where one is a clip, a picture where all are stills. */
export function TakeCount({ count, hasClip }: { readonly count: number; readonly hasClip: boolean }) {
  return (
    <span className="ml-auto inline-flex shrink-0 items-center gap-0.5 text-xs text-faint tabular-nums">
      <svg viewBox="0 0 12 12" className="size-3" fill="none" stroke="currentColor" aria-hidden>
        {hasClip ? (
          <path d="M1.5 2.5h9v7h-9zM5 4.4v3.2l2.6-1.6z" />
        ) : (
          <path d="M1.5 2.5h9v7h-9zM1.5 8l2.6-2.4l2 1.8l1.6-1.3l2.8 2.4" />
        )}
      </svg>
      {count}
    </span>
  );
}
