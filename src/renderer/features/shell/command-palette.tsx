import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FloatingSheet } from '../../ui/floating-sheet.tsx';
import { Icon } from '../../ui/icon.tsx';
import { VirtualList, type VirtualListHandle } from '../../ui/virtual-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { type PaletteItem, paletteRows, withRecent } from './palette-items.ts';
import { PaletteRowView } from './palette-row.tsx';
import { useGeneralItems } from './use-palette-items.ts';

const rowPx = 28;
/** Half a row more than fits says that there are more. */
const mostRows = 12.5;
const pageRows = 10;

/** Every command, project, scene and shot, found by typing. `more` are those of the page it stands over. */
export function CommandPalette({
  onClose,
  more,
}: {
  readonly onClose: () => void;
  readonly more: readonly PaletteItem[];
}) {
  const words = useWords('shell');
  const { client } = useStudio();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<VirtualListHandle>(null);
  const recentKeys = useRecentKeys();
  const general = useGeneralItems(typed);
  const rows = useMemo(
    () => paletteRows([...general, ...more], typed, recentKeys),
    [general, more, typed, recentKeys],
  );
  const choices = useMemo(
    () => rows.flatMap((row, index) => (row.kind === 'item' ? [{ index, item: row.item }] : [])),
    [rows],
  );
  const at = Math.min(active, Math.max(0, choices.length - 1));
  const chosen = choices[at];
  useEffect(() => {
    if (chosen !== undefined) list.current?.scrollToIndex(at === 0 ? 0 : chosen.index);
  }, [chosen, at]);
  const run = (item: PaletteItem): void => {
    onClose();
    client.studio
      .setPreference({ name: 'palette.recent', value: [...withRecent(recentKeys, item.key)] })
      // What was used last is a comfort; without a line it is forgotten.
      .catch(() => undefined);
    // After the palette has given the focus back, which it does in a task of its own once it is gone: what the command
    // opens takes the focus from there, and gives it back to there.
    requestAnimationFrame(() => setTimeout(() => item.run()));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageRows,
      PageUp: -pageRows,
    };
    const step = steps[event.key];
    if (step !== undefined && choices.length > 0) {
      event.preventDefault();
      const next = at + step;
      const around = (next + choices.length) % choices.length;
      setActive(Math.abs(step) === 1 ? around : Math.min(choices.length - 1, Math.max(0, next)));
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      run(chosen.item);
    }
  };
  return (
    <FloatingSheet title={words.paletteTitle} onClose={onClose}>
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3">
        <Icon of={Search} className="text-faint" />
        <input
          type="text"
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={rows.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
          aria-label={words.paletteTitle}
          placeholder={words.palettePlaceholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-faint"
        />
      </div>
      <p role="status" className="sr-only">
        {words.paletteResults(choices.length)}
      </p>
      {rows.length === 0 ? (
        <EmptyState look="inline" title={words.paletteEmpty} text={words.paletteEmptyHint} />
      ) : (
        <div
          className="flex min-h-0 flex-col p-1"
          style={{ height: `${Math.min(mostRows, rows.length) * rowPx + 8}px` }}
        >
          <VirtualList
            role="listbox"
            id={`${id}-list`}
            label={words.paletteTitle}
            items={rows}
            keyOf={(row) => row.key}
            rowHeightPx={rowPx}
            handle={list}
            className="flex-1"
            render={(row, index) => {
              const place = choices.findIndex((choice) => choice.index === index);
              return (
                <PaletteRowView
                  row={row}
                  id={`${id}-${place}`}
                  active={place === at}
                  onChoose={run}
                  onPoint={() => setActive(place)}
                />
              );
            }}
          />
        </div>
      )}
    </FloatingSheet>
  );
}

function useRecentKeys(): readonly string[] {
  const kept = useStudioState((state) => state.preferences['palette.recent']);
  return useMemo(
    () => (Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : []),
    [kept],
  );
}
