import type { ComponentProps, ReactNode, Ref } from 'react';
import { useWords } from '../words/use-words.ts';
import { classNames } from './class-names.ts';
import { Field, inputLook } from './field.tsx';
import { useDraft } from './use-draft.ts';

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
  const words = useWords('parts');
  const draft = useDraft(value, onCommit ?? (() => undefined));
  return (
    <Field
      label={label}
      hint={hint}
      error={error ?? (draft.unsaved ? words.notSaved : null)}
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
            value={onCommit === undefined ? value : draft.text}
            onChange={(event) => {
              if (onCommit !== undefined) draft.type(event.target.value);
              onChange?.(event.target.value);
            }}
            onBlur={(event) => {
              draft.commit();
              onBlur?.(event);
            }}
            onKeyDown={(event) => {
              onKeyDown?.(event);
              // While an input method composes, Enter and Escape belong to it.
              if (event.defaultPrevented || event.nativeEvent.isComposing || onCommit === undefined) return;
              if (event.key === 'Enter') draft.commit();
              // One step at a time: the first Escape takes back what was typed and closes nothing else.
              else if (event.key === 'Escape' && draft.revert()) event.stopPropagation();
            }}
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
