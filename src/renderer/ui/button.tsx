import type { ComponentProps, ReactNode } from 'react';
import { useKeyText } from '../words/key-text.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconType } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant | undefined;
  /** 28 px, or 24 px where it stands in a row. */
  readonly size?: 'normal' | 'small' | undefined;
  readonly icon?: IconType | undefined;
  /** What it did is under way: it keeps its place and its focus, and does nothing more. */
  readonly busy?: boolean | undefined;
  /** The keys of the command it runs; shown behind the words. */
  readonly shortcut?: string | null | undefined;
  /** Words that must be read to their end take a second line where the place is narrow. */
  readonly wraps?: boolean | undefined;
  readonly children: ReactNode;
}

const looks: Readonly<Record<ButtonVariant, string>> = {
  plain: 'border-line bg-raised text-text hover:bg-hover active:bg-pressed',
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-pressed',
  quiet: 'border-transparent text-muted hover:bg-hover hover:text-text active:bg-pressed',
  danger: 'border-line bg-raised text-bad hover:border-bad hover:bg-bad-soft active:bg-pressed',
};
const heights = {
  exact: { normal: 'h-7 shrink-0 whitespace-nowrap', small: 'h-6 shrink-0 whitespace-nowrap' },
  atLeast: { normal: 'min-h-7 py-1 text-left', small: 'min-h-6 py-0.5 text-left' },
} as const;
const idle = 'border-line bg-panel text-faint';
const idleQuiet = 'border-transparent text-faint';

/** A button with words. Its name is what it does; one that costs money says the price. */
export function Button({
  variant = 'plain',
  size = 'normal',
  icon,
  busy = false,
  shortcut,
  wraps = false,
  disabled = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const { aria } = useKeyText();
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={shortcut ? aria(shortcut) : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classNames(
        'inline-flex min-w-0 items-center justify-center gap-1.5 rounded-inner border font-medium transition-colors duration-100 select-none',
        size === 'normal' ? 'px-3 text-base' : 'px-2 text-sm',
        wraps ? heights.atLeast[size] : heights.exact[size],
        disabled ? (variant === 'quiet' ? idleQuiet : idle) : looks[variant],
        disabled && 'cursor-not-allowed',
        busy && 'cursor-progress',
        className,
      )}
    >
      {busy ? <Spinner /> : icon ? <Icon of={icon} size={size === 'normal' ? 16 : 14} /> : null}
      <span className={wraps ? 'min-w-0' : 'min-w-0 truncate'}>{children}</span>
      {shortcut ? <Kbd keys={shortcut} look={variant === 'primary' ? 'inherit' : 'plain'} /> : null}
    </button>
  );
}
