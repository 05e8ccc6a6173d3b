import { type ReactNode, useState } from 'react';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';
import { useDraft } from './use-draft.ts';
import { useScrub } from './use-scrub.ts';
import { useUnsavedReason } from './use-unsaved-reason.ts';

export interface SteppedInputProps {
  readonly label: string;
  readonly value: number;
  readonly format: (value: number) => string;
  /** null for words that mean no value. */
  readonly parse: (text: string) => number | null;
  /** The value that is `steps` steps away, within its bounds. */
  readonly step: (value: number, steps: number) => number;
  readonly onCommit: (value: number) => unknown;
  /** While it is dragged, before it is committed once. */
  readonly onDrag?: ((value: number) => void) | undefined;
  /** What may be typed, said when something else was. */
  readonly expected: string;
  readonly unit?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly labelAt?: 'above' | 'beside' | 'hidden' | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly className?: string | undefined;
}

/** What number and timecode share: typed, dragged sideways, and stepped with the arrow keys (Shift: ten at a time). */
export function SteppedInput({
  label,
  value,
  format,
  parse,
  step,
  onCommit,
  onDrag,
  expected,
  unit,
  hint,
  error,
  labelAt,
  disabled = false,
  readOnly = false,
  mono = false,
  className,
}: SteppedInputProps) {
  const whyUnsaved = useUnsavedReason();
  const [wrong, setWrong] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const draft = useDraft(format(value), (text) => {
    const parsed = parse(text);
    setWrong(parsed === null);
    if (parsed === null) return false;
    return step(parsed, 0) === value ? undefined : onCommit(step(parsed, 0));
  });
  const scrub = useScrub({
    enabled: !disabled && !readOnly,
    onSteps: (steps) => {
      const next = step(value, steps);
      setDragged(next);
      onDrag?.(next);
    },
    onEnd: (kept) => {
      if (kept && dragged !== null && dragged !== value) void onCommit(dragged);
      else onDrag?.(value);
      setDragged(null);
    },
  });
  const shown = dragged === null ? draft.text : format(dragged);
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? (wrong ? expected : whyUnsaved(draft.unsaved))}
      labelAt={labelAt}
      className={className}
    >
      {(control) => (
        <span className="relative flex items-center">
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            {...control}
            {...scrub}
            value={shown}
            disabled={disabled}
            readOnly={readOnly}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => draft.type(event.target.value)}
            onBlur={draft.commit}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') draft.commit();
              else if (event.key === 'Escape') {
                setWrong(false);
                if (draft.revert()) event.stopPropagation();
              } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !readOnly) {
                event.preventDefault();
                const from = parse(draft.text) ?? value;
                const steps = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1);
                draft.type(format(step(from, steps)));
              }
            }}
            className={classNames(
              inputLook,
              'h-7 tabular-nums',
              mono && 'font-mono',
              unit !== undefined && 'pr-8',
              !disabled && !readOnly && 'not-focus:cursor-ew-resize',
            )}
          />
          {unit === undefined ? null : (
            <span className="pointer-events-none absolute right-2 text-sm text-faint">{unit}</span>
          )}
        </span>
      )}
    </Field>
  );
}
