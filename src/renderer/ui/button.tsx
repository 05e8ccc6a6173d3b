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
  readonly children: ReactNode;
}

const looks: Readonly<Record<ButtonVariant, string>> = {
  plain: 'border-line bg-raised text-text hover:bg-hover active:bg-pressed',
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover active:bg-accent-pressed',
  quiet: 'border-transparent text-muted hover:bg-hover hover:text-text active:bg-pressed',
  danger: 'border-line bg-raised text-bad hover:border-bad hover:bg-bad-soft active:bg-pressed',
};
const idle = 'border-line bg-panel text-faint';
const idleQuiet = 'border-transparent text-faint';

/** A button with words. Its name is what it does; one that costs money says the price. */
export function Button({
  variant = 'plain',
  size = 'normal',
  icon,
  busy = false,
  shortcut,
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
        'inline-flex min-w-0 shrink-0 items-center justify-center gap-1.5 rounded-inner border font-medium whitespace-nowrap transition-colors duration-100 select-none',
        size === 'normal' ? 'h-7 px-3 text-base' : 'h-6 px-2 text-sm',
        disabled ? (variant === 'quiet' ? idleQuiet : idle) : looks[variant],
        disabled && 'cursor-not-allowed',
        busy && 'cursor-progress',
        className,
      )}
    >
      {busy ? <Spinner /> : icon ? <Icon of={icon} size={size === 'normal' ? 16 : 14} /> : null}
      <span className="min-w-0 truncate">{children}</span>
      {shortcut ? <Kbd keys={shortcut} look={variant === 'primary' ? 'inherit' : 'plain'} /> : null}
    </button>
  );
}
