import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useInterpret, useWords } from '../../words/use-words.ts';
import type { Asked } from './use-asked.ts';

/** One sheet of the settings: its name, what it is for, and what is in it. */
export function Section({
  title,
  text,
  after,
  children,
}: {
  readonly title: string;
  readonly text?: ReactNode;
  readonly after?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className="mx-auto flex w-full max-w-180 flex-col gap-5 px-6 py-6">
      <header className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <h2 className="text-xl font-semibold text-text">{title}</h2>
          {text === undefined ? null : <p className="mt-1 max-w-150 text-base text-muted">{text}</p>}
        </div>
        {after}
      </header>
      {children}
    </section>
  );
}

/** What belongs together within a section. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-sm font-medium text-muted">{title}</h3>
      {children}
    </div>
  );
}

/** What stands in place of an answer that is not there yet, or could not be had. */
export function Waiting<T>({
  asked,
  again,
  rows,
  rowLook = 'h-7',
  children,
}: {
  readonly asked: Asked<T>;
  readonly again: () => void;
  readonly rows: number;
  /** The height of a row as it will be, as a class. */
  readonly rowLook?: string;
  readonly children: (value: T) => ReactNode;
}) {
  const words = useWords('settings');
  const interpret = useInterpret();
  switch (asked.is) {
    case 'loading':
      return (
        <div role="status" aria-label={words.loading} className="flex flex-col gap-2">
          {Array.from({ length: rows }, (_, n) => n).map((n) => (
            <Skeleton key={n} className={`${rowLook} w-full`} />
          ))}
        </div>
      );
    case 'fault':
      return (
        <ErrorState
          look="inline"
          title={words.faultTitle}
          text={interpret(asked.fault.message)}
          actions={<Button onClick={again}>{words.again}</Button>}
        />
      );
    case 'ready':
      return children(asked.value);
  }
}
