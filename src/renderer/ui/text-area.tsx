import type { ComponentProps, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';
import { useTypedText } from './use-typed-text.ts';
import { useUnsavedReason } from './use-unsaved-reason.ts';

type OwnProps = 'value' | 'onChange' | 'defaultValue' | 'ref';

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, OwnProps> {
  readonly label: string;
  readonly value: string;
  readonly onChange?: ((text: string) => void) | undefined;
  /** When it is left, or with Mod+Enter; Escape takes it back. As in `TextField`. */
  readonly onCommit?: ((text: string) => unknown) | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly labelAt?: 'above' | 'beside' | 'hidden' | undefined;
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

/** Several lines of text; it grows with them up to `rows` times three. */
export function TextArea({
  label,
  value,
  onChange,
  onCommit,
  hint,
  error,
  labelAt,
  className,
  rows = 3,
  onKeyDown,
  onBlur,
  ...rest
}: TextAreaProps) {
  const whyUnsaved = useUnsavedReason();
  const { unsaved, typing } = useTypedText<HTMLTextAreaElement>({
    value,
    onChange,
    onCommit,
    onBlur,
    onKeyDown,
    isCommit: ({ metaKey, ctrlKey }) => metaKey || ctrlKey,
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
        <textarea
          rows={rows}
          spellCheck
          {...rest}
          {...control}
          {...typing}
          className={classNames(inputLook, 'field-sizing-content max-h-60 min-h-16 resize-none py-1')}
        />
      )}
    </Field>
  );
}
