import { Switch as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { ControlWords } from './control-words.tsx';
import { useRefusal } from './use-refusal.ts';

export interface SwitchProps {
  readonly label: string;
  readonly checked: boolean;
  /** Where its answer is a promise that comes to `null` or `false`, the reason is said beside it. */
  readonly onChange: (checked: boolean) => unknown;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** On or off, at once. For what takes effect later, with a form, use a checkbox. */
export function Switch({ label, checked, onChange, hint, disabled = false, className }: SwitchProps) {
  const id = useId();
  const refusal = useRefusal(checked);
  const said = refusal.reason || hint;
  return (
    <div className={classNames('flex min-h-7 items-start justify-between gap-3', className)}>
      <ControlWords id={id} label={label} hint={hint} error={refusal.reason} disabled={disabled} />
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => refusal.follow(onChange(next))}
        disabled={disabled}
        aria-describedby={said ? `${id}-hint` : undefined}
        className="mt-1.5 inline-flex h-4 w-7 shrink-0 forced-color-adjust-none items-center rounded-full border border-line-strong bg-pressed p-px transition-colors duration-100 hover:border-muted disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-3 rounded-full bg-muted transition-transform duration-100 data-[state=checked]:translate-x-3 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
    </div>
  );
}
