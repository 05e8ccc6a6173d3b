import { ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';
import { Icon } from './icon.tsx';
import { useRefusal } from './use-refusal.ts';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  /** Options with the same group that follow each other stand under its name. */
  readonly group?: string | undefined;
}

export interface SelectProps<V extends string> {
  readonly label: string;
  /** null, or a value that is not among the options, shows `placeholder`. */
  readonly value: V | null;
  readonly options: readonly SelectOption<V>[];
  /** Where its answer is a promise that comes to `null` or `false`, the reason is said under the control. */
  readonly onChange: (value: V) => unknown;
  readonly placeholder?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly labelAt?: 'above' | 'beside' | 'hidden' | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/**
 * One of several. The browser's own select, whose list is drawn with our tokens where it can be (`select` in base.css):
 * type-ahead, touch and screen readers work everywhere, and nothing writes a style element, which the page's policy forbids.
 */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  placeholder = '',
  hint,
  error,
  labelAt,
  disabled,
  className,
}: SelectProps<V>) {
  const refusal = useRefusal(value);
  const known = options.some((option) => option.value === value);
  return (
    <Field label={label} hint={hint} error={error ?? refusal.reason} labelAt={labelAt} className={className}>
      {(control) => (
        <span className="relative flex items-center">
          <select
            {...control}
            disabled={disabled}
            value={known && value !== null ? value : ''}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen !== undefined) refusal.follow(onChange(chosen.value));
            }}
            className={classNames(inputLook, 'h-7 truncate pr-6')}
          >
            {/* Where the list is ours, so is what shows the choice: it ends with an ellipsis before the sign. */}
            <button type="button" aria-hidden tabIndex={-1}>
              {known ? options.find((option) => option.value === value)?.label : placeholder}
            </button>
            {known ? null : (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {inGroups(options).map(({ name, members }) => {
              const entries = members.map((option) => (
                <option key={option.value} value={option.value} disabled={option.disabled}>
                  {option.label}
                </option>
              ));
              return name === undefined ? (
                entries
              ) : (
                <optgroup key={name} label={name}>
                  {entries}
                </optgroup>
              );
            })}
          </select>
          <Icon of={ChevronsUpDown} size={12} className="pointer-events-none absolute right-2 text-faint" />
        </span>
      )}
    </Field>
  );
}

function inGroups<V extends string>(
  options: readonly SelectOption<V>[],
): readonly { name: string | undefined; members: SelectOption<V>[] }[] {
  const groups: { name: string | undefined; members: SelectOption<V>[] }[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.name === option.group) last.members.push(option);
    else groups.push({ name: option.group, members: [option] });
  }
  return groups;
}
