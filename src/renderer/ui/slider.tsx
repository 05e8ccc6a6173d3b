import { Slider as Radix } from 'radix-ui';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { useRefusal } from './use-refusal.ts';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** With every movement. */
  readonly onChange: (value: number) => void;
  /** Once, when it is let go. Where its answer is a promise that comes to `null` or `false`, the reason is said under it. */
  readonly onCommit?: ((value: number) => unknown) | undefined;
  /** The value in words, for a screen reader: "−6 dB", "large". */
  readonly valueText?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A value within bounds that is set by eye. Its label is for screen readers: put words or icons beside it. */
export function Slider({
  label,
  value,
  min,
  max,
  step,
  onChange,
  onCommit,
  valueText,
  disabled = false,
  className,
}: SliderProps) {
  const id = useId();
  const refusal = useRefusal(null);
  const root = (
    <Radix.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      onValueCommit={([next]) => next !== undefined && refusal.follow(onCommit?.(next))}
      className={classNames(
        'relative flex h-7 min-w-16 touch-none items-center',
        disabled && 'opacity-50',
        refusal.reason === null && className,
      )}
    >
      <Radix.Track className="relative h-1 w-full rounded-full bg-line-strong">
        <Radix.Range className="absolute h-full rounded-full bg-accent forced-color-adjust-none" />
      </Radix.Track>
      <Radix.Thumb
        aria-label={label}
        aria-valuetext={valueText}
        aria-describedby={refusal.reason === null ? undefined : `${id}-said`}
        className="block size-3.5 rounded-full border border-line-strong bg-text hover:bg-accent"
      />
    </Radix.Root>
  );
  if (refusal.reason === null) return root;
  return (
    <div className={classNames('min-w-0', className)}>
      {root}
      <p id={`${id}-said`} role="alert" className="text-sm break-words text-bad">
        {refusal.reason}
      </p>
    </div>
  );
}
