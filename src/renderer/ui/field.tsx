import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

/** What a control spreads on its element so that label, hint and error belong to it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps {
  readonly label: ReactNode;
  /** Said under the control while nothing is wrong. */
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right. */
  readonly error?: string | null | undefined;
  /** `beside` for inspectors, `hidden` for toolbars, where a screen reader alone hears the label. */
  readonly labelAt?: 'above' | 'beside' | 'hidden' | undefined;
  readonly className?: string | undefined;
  /** A control that takes {@link FieldControl}, or several that have names of their own. */
  readonly children: ReactNode | ((control: FieldControl) => ReactNode);
}

/** A label and what belongs to it. */
export function Field({ label, hint, error, labelAt = 'above', className, children }: FieldProps) {
  const id = useId();
  const said = error ?? hint;
  const control: FieldControl = {
    id,
    'aria-describedby': said ? `${id}-said` : undefined,
    'aria-invalid': error ? true : undefined,
  };
  const single = typeof children === 'function';
  const labelLook = classNames(
    'min-w-0 text-sm break-words text-muted',
    labelAt === 'hidden' && 'sr-only',
    labelAt === 'beside' && 'flex min-h-7 items-center',
  );
  return (
    <div
      {...(single ? {} : { role: 'group', 'aria-labelledby': `${id}-label` })}
      className={classNames(
        'min-w-0',
        labelAt === 'above' && 'flex flex-col gap-1',
        labelAt === 'beside' && 'grid grid-cols-[minmax(72px,2fr)_minmax(0,5fr)] items-start gap-x-2',
        className,
      )}
    >
      {single ? (
        <label htmlFor={id} className={labelLook}>
          {label}
        </label>
      ) : (
        <span id={`${id}-label`} className={labelLook}>
          {label}
        </span>
      )}
      <div className="min-w-0">
        {single ? children(control) : children}
        {said ? (
          <p
            id={`${id}-said`}
            className={classNames('mt-1 flex items-start gap-1 text-sm', error ? 'text-bad' : 'text-faint')}
          >
            {error ? <Icon of={CircleAlert} size={12} className="mt-0.5" /> : null}
            <span className="min-w-0 break-words">{said}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** The box of every control in which something is typed. */
export const inputLook =
  'w-full min-w-0 rounded-inner border border-line bg-ground px-2 text-base text-text placeholder:text-faint hover:border-line-strong focus:border-line-strong aria-invalid:border-bad disabled:cursor-not-allowed disabled:border-line disabled:bg-panel disabled:text-faint [&[readonly]]:bg-panel [&[readonly]]:text-muted';
