import { useMemo, useState } from 'react';
import { allCommands } from '../../actions/all-commands.ts';
import type { CommandGroup } from '../../actions/command-spec.ts';
import { useShortcuts } from '../../actions/use-shortcuts.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useKeyText } from '../../words/key-text.ts';
import { useWords } from '../../words/use-words.ts';
import { containsWords } from './fuzzy-score.ts';

const groups: readonly CommandGroup[] = ['file', 'edit', 'view', 'text', 'shot', 'clip', 'play', 'help'];

/** Every shortcut, by menu. */
export function ShortcutsSheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords('shell');
  const titles = useWords('commands');
  const { navigate } = useStudio();
  const shortcuts = useShortcuts();
  const { text } = useKeyText();
  const [typed, setTyped] = useState('');
  const sections = useMemo(
    () =>
      groups
        .map((group) => ({
          group,
          rows: allCommands
            .filter((command) => command.group === group)
            .map(({ id }) => ({ id, title: titles[id], keys: shortcuts.get(id) ?? [] }))
            .filter(({ keys }) => keys.length > 0)
            .filter(({ title, keys }) => containsWords(typed, `${title} ${keys.map(text).join(' ')}`)),
        }))
        .filter(({ rows }) => rows.length > 0),
    [titles, shortcuts, text, typed],
  );
  return (
    <Dialog
      open
      size="large"
      onOpenChange={(open) => !open && onClose()}
      title={words.shortcutsTitle}
      actions={
        <Button
          onClick={() => {
            onClose();
            navigate({ at: 'settings', sheet: 'shortcuts' });
          }}
        >
          {words.shortcutsChange}
        </Button>
      }
    >
      <SearchField
        label={words.shortcutsSearch}
        value={typed}
        onChange={setTyped}
        className="sticky top-0 z-10 mb-3 bg-float"
      />
      {sections.length === 0 ? <p className="text-base text-muted">{words.shortcutsNone}</p> : null}
      <div className="gap-8 sm:columns-2">
        {sections.map(({ group, rows }) => (
          <section key={group} aria-label={words.menus[group]} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-sm font-medium text-muted">{words.menus[group]}</h3>
            <dl>
              {rows.map(({ id, title, keys }) => (
                <div
                  key={id}
                  className="flex min-h-7 items-center justify-between gap-3 border-b border-line"
                >
                  <dt className="min-w-0 truncate text-base">{title}</dt>
                  <dd className="flex shrink-0 gap-2">
                    {keys.map((each) => (
                      <Kbd key={each} keys={each} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
