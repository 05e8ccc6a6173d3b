import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface ControlWordsProps {
  /** Of the control; with a hint it is described by `${id}-hint`. */
  readonly id: string;
  readonly label: string;
  readonly hint: ReactNode;
  /** What is wrong, in place of the hint. */
  readonly error?: string | null | undefined;
  readonly disabled: boolean;
  readonly hidden?: boolean | undefined;
}

/** The label and the hint beside a checkbox or a switch. */
export function ControlWords({ id, label, hint, error, disabled, hidden = false }: ControlWordsProps) {
  return (
    <div className={classNames('min-w-0 py-1', hidden && 'sr-only')}>
      <label htmlFor={id} className={classNames('text-base', disabled ? 'text-faint' : 'text-text')}>
        {label}
      </label>
      {error || hint ? (
        <p
          id={`${id}-hint`}
          role={error ? 'alert' : undefined}
          className={classNames('text-sm break-words', error ? 'text-bad' : 'text-faint')}
        >
          {error || hint}
        </p>
      ) : null}
    </div>
  );
}
