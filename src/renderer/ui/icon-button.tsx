import type { ComponentProps } from 'react';
import { useKeyText } from '../words/key-text.ts';
import { classNames } from './class-names.ts';
import { Icon, type IconType } from './icon.tsx';
import { Spinner } from './spinner.tsx';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: IconType;
  /** Its name, for a screen reader and the tooltip. */
  readonly label: string;
  readonly shortcut?: string | null | undefined;
  /** Of a button that stays down: on or off. Leave out for one that does something once. */
  readonly pressed?: boolean | undefined;
  readonly busy?: boolean | undefined;
  /** 28 px, 24 px in a row, or 20 px within a picture or a clip. */
  readonly size?: 'normal' | 'small' | 'tiny' | undefined;
  readonly tone?: 'plain' | 'danger' | undefined;
  readonly tooltipSide?: TooltipProps['side'];
}

const sizes = { normal: 'size-7', small: 'size-6', tiny: 'size-5' } as const;

/** A button with an icon alone; a tooltip says what it does and with which keys. */
export function IconButton({
  icon,
  label,
  shortcut,
  pressed,
  busy = false,
  size = 'normal',
  tone = 'plain',
  tooltipSide,
  disabled = false,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const { aria } = useKeyText();
  return (
    <Tooltip label={label} shortcut={shortcut} side={tooltipSide}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        aria-busy={busy || undefined}
        // A disabled button would take no pointer and so tell nobody what it is.
        aria-disabled={disabled || busy || undefined}
        aria-keyshortcuts={shortcut ? aria(shortcut) : undefined}
        onClick={disabled || busy ? (event) => event.preventDefault() : onClick}
        className={classNames(
          'inline-flex shrink-0 items-center justify-center rounded-inner transition-colors duration-100',
          sizes[size],
          disabled
            ? 'cursor-not-allowed text-faint opacity-60'
            : pressed
              ? 'bg-accent-soft text-accent-text hover:bg-pressed'
              : 'text-muted hover:bg-hover hover:text-text active:bg-pressed data-[state=open]:bg-hover',
          !disabled && tone === 'danger' && 'hover:text-bad',
          className,
        )}
      >
        {busy ? <Spinner /> : <Icon of={icon} size={size === 'tiny' ? 14 : 16} />}
      </button>
    </Tooltip>
  );
}
