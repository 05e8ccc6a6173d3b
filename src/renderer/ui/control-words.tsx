import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface ControlWordsProps {
  /** Of the control; with a hint it is described by `${id}-hint`. */
  readonly id: string;
  readonly label: string;
  readonly hint: ReactNode;
  readonly disabled: boolean;
  readonly hidden?: boolean | undefined;
}

/** The label and the hint beside a checkbox or a switch. */
export function ControlWords({ id, label, hint, disabled, hidden = false }: ControlWordsProps) {
  return (
    <div className={classNames('min-w-0 py-1', hidden && 'sr-only')}>
      <label htmlFor={id} className={classNames('text-base', disabled ? 'text-faint' : 'text-text')}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
