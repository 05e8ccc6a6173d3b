import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../words/use-words.ts';
import type { PaletteItem, PaletteRow } from './palette-items.ts';

/** A row of the palette: a heading, or something to choose. */
export function PaletteRowView({
  row,
  id,
  active,
  onChoose,
  onPoint,
}: {
  readonly row: PaletteRow;
  readonly id: string;
  readonly active: boolean;
  readonly onChoose: (item: PaletteItem) => void;
  readonly onPoint: () => void;
}) {
  const words = useWords('shell');
  if (row.kind === 'heading') {
    const headings = {
      recent: words.recent,
      commands: words.groupCommands,
      scenes: words.groupScenes,
      shots: words.groupShots,
      projects: words.groupProjects,
      texts: words.groupTexts,
    };
    return (
      <div role="presentation" className="flex h-7 items-end px-2 pb-1 text-xs text-faint">
        {headings[row.group]}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above keeps the focus and takes the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: it is named by `aria-activedescendant`.
    <div
      id={id}
      role="option"
      aria-selected={active}
      onClick={() => onChoose(row.item)}
      onPointerMove={active ? undefined : onPoint}
      className={classNames(
        'flex h-7 items-center gap-3 rounded-inner px-2 text-base',
        active && 'bg-pressed',
      )}
    >
      <span className="min-w-0 flex-1 truncate">{row.item.title}</span>
      {row.item.shortcut === null ? null : <Kbd keys={row.item.shortcut} look="plain" />}
    </div>
  );
}
