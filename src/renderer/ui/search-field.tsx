import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { useWords } from '../words/use-words.ts';
import { classNames } from './class-names.ts';
import { inputLook } from './field.tsx';
import { Icon } from './icon.tsx';

export interface SearchFieldProps {
  /** Its name, and what it says while it is empty. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** Words to look for. Escape empties it first, and only then goes on to what is around it. */
export function SearchField({ label, value, onChange, disabled, className, ref }: SearchFieldProps) {
  const words = useWords('parts');
  return (
    <span className={classNames('relative flex min-w-0 items-center', className)}>
      <Icon of={Search} size={14} className="pointer-events-none absolute left-2 text-faint" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onChange('');
        }}
        className={classNames(inputLook, 'h-7 pr-7 pl-7 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value === '' ? null : (
        <button
          type="button"
          aria-label={words.clear}
          onClick={() => onChange('')}
          className="absolute right-1 inline-flex size-5 items-center justify-center rounded-inner text-faint hover:bg-hover hover:text-text"
        >
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  );
}
