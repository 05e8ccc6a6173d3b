import type { ComponentProps, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';
import { useTypedText } from './use-typed-text.ts';
import { useUnsavedReason } from './use-unsaved-reason.ts';

type OwnProps = 'value' | 'onChange' | 'defaultValue' | 'ref';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, OwnProps> {
  readonly label: string;
  readonly value: string;
  /** With every letter. */
  readonly onChange?: ((text: string) => void) | undefined;
  /**
   * When the field is left, or with Enter; Escape takes it back. Return the promise of the call: if it comes to `null`
   * or `false`, or fails, what was typed stays and is marked as not saved.
   */
  readonly onCommit?: ((text: string) => unknown) | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly labelAt?: 'above' | 'beside' | 'hidden' | undefined;
  /** Shown behind the words: a unit, a small button. */
  readonly after?: ReactNode;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. */
export function TextField({
  label,
  value,
  onChange,
  onCommit,
  hint,
  error,
  labelAt,
  after,
  className,
  onKeyDown,
  onBlur,
  ...rest
}: TextFieldProps) {
  const whyUnsaved = useUnsavedReason();
  const { unsaved, typing } = useTypedText<HTMLInputElement>({
    value,
    onChange,
    onCommit,
    onBlur,
    onKeyDown,
    isCommit: () => true,
  });
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? whyUnsaved(unsaved)}
      labelAt={labelAt}
      className={className}
    >
      {(control) => (
        <span className="relative flex items-center">
          <input
            type="text"
            autoComplete="off"
            spellCheck={false}
            {...rest}
            {...control}
            {...typing}
            className={classNames(inputLook, 'h-7', after !== undefined && 'pr-8')}
          />
          {after === undefined ? null : (
            <span className="absolute right-1 flex items-center text-sm text-faint">{after}</span>
          )}
        </span>
      )}
    </Field>
  );
}
