import { ToggleGroup } from 'radix-ui';
import { classNames } from './class-names.ts';
import { Icon, type IconType } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';

export interface SegmentedOption<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Shown instead of the words, which then are in the tooltip. */
  readonly icon?: IconType | undefined;
  readonly shortcut?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly SegmentedOption<V>[];
  readonly onChange: (value: V) => void;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

/** One of a few that are all in sight. */
export function Segmented<V extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  className,
}: SegmentedProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        // Pressing the one that is on would leave none.
        if (chosen !== undefined) onChange(chosen.value);
      }}
      className={classNames(
        'inline-flex h-7 shrink-0 items-center gap-px rounded-inner border border-line bg-ground p-px',
        className,
      )}
    >
      {options.map((option) => {
        const item = (
          <ToggleGroup.Item
            key={option.value}
            value={option.value}
            disabled={option.disabled}
            aria-label={option.icon === undefined ? undefined : option.label}
            className={classNames(
              'inline-flex h-6 items-center justify-center rounded-inner text-sm text-muted transition-colors duration-100 hover:bg-hover hover:text-text disabled:cursor-not-allowed disabled:text-faint disabled:opacity-60 aria-checked:bg-pressed aria-checked:text-text',
              option.icon === undefined ? 'px-2.5' : 'w-7',
            )}
          >
            {option.icon === undefined ? option.label : <Icon of={option.icon} />}
          </ToggleGroup.Item>
        );
        return option.icon === undefined ? (
          item
        ) : (
          <Tooltip key={option.value} label={option.label} shortcut={option.shortcut}>
            {item}
          </Tooltip>
        );
      })}
    </ToggleGroup.Root>
  );
}
