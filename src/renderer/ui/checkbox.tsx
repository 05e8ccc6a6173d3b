import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { ControlWords } from './control-words.tsx';
import { Icon } from './icon.tsx';
import { useRefusal } from './use-refusal.ts';

export interface CheckboxProps {
  readonly label: string;
  /** `mixed` where some of what it stands for is chosen. */
  readonly checked: boolean | 'mixed';
  /** Where its answer is a promise that comes to `null` or `false`, the reason is said beside it. */
  readonly onChange: (checked: boolean) => unknown;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
  /** Only a screen reader hears the label: in the rows of a list. */
  readonly labelHidden?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Chosen or not. */
export function Checkbox({
  label,
  checked,
  onChange,
  hint,
  disabled = false,
  labelHidden = false,
  className,
}: CheckboxProps) {
  const id = useId();
  const refusal = useRefusal(checked);
  const said = refusal.reason || hint;
  return (
    <div className={classNames('flex min-h-7 items-start gap-2', className)}>
      <Radix.Root
        id={id}
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={(next) => refusal.follow(onChange(next === true))}
        disabled={disabled}
        aria-describedby={said ? `${id}-hint` : undefined}
        className="mt-1.5 inline-flex size-4 shrink-0 forced-color-adjust-none items-center justify-center rounded-inner border border-line-strong bg-ground text-on-accent hover:border-muted disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
      >
        <Radix.Indicator>
          <Icon of={checked === 'mixed' ? Minus : Check} size={12} />
        </Radix.Indicator>
      </Radix.Root>
      <ControlWords
        id={id}
        label={label}
        hint={hint}
        error={refusal.reason}
        disabled={disabled}
        hidden={labelHidden}
      />
    </div>
  );
}
