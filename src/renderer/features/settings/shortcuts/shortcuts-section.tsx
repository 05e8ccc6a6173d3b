import { useMemo, useState } from 'react';
import { allCommands, type CommandId } from '../../../actions/all-commands.ts';
import type { CommandGroup } from '../../../actions/command-spec.ts';
import { useShortcuts } from '../../../actions/use-shortcuts.ts';
import { Button } from '../../../ui/button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useKeyText } from '../../../words/key-text.ts';
import { useWords } from '../../../words/use-words.ts';
import { Group, Section } from '../section.tsx';
import { usePreference } from '../use-preference.ts';
import { commandInTheWay, type OwnKeys, withKeys } from './shortcut-conflicts.ts';
import { ShortcutRow } from './shortcut-row.tsx';

const groups: readonly CommandGroup[] = ['file', 'edit', 'view', 'text', 'shot', 'clip', 'play', 'help'];

/** Every command with its keys, to be found and changed. */
export function ShortcutsSection() {
  const words = useWords('settings');
  const titles = useWords('commands');
  const { text } = useKeyText();
  const shortcuts = useShortcuts();
  const [preference, setPreference] = usePreference('shortcuts');
  const own = useMemo(() => readOwn(preference), [preference]);
  const [sought, setSought] = useState('');
  const [changing, setChanging] = useState<CommandId | null>(null);
  const write = (next: OwnKeys): void =>
    setPreference(
      Object.keys(next).length === 0 ? null : (next as { readonly [id: string]: readonly string[] }),
    );

  const found = useMemo(() => {
    const wanted = sought.trim().toLowerCase();
    return allCommands.filter(({ id }) => {
      if (wanted === '') return true;
      const keys = (shortcuts.get(id) ?? []).map((chord) => text(chord).toLowerCase());
      return titles[id].toLowerCase().includes(wanted) || keys.some((chord) => chord.includes(wanted));
    });
  }, [sought, shortcuts, titles, text]);
  const changes = Object.keys(own).length;

  return (
    <Section
      title={words.sections.shortcuts}
      text={words.shortcutsText}
      after={
        <Button disabled={changes === 0} onClick={() => write({})}>
          {words.resetAll}
        </Button>
      }
    >
      <div className="sticky top-0 z-10 -mx-6 flex items-center gap-3 bg-ground px-6 py-2">
        <SearchField label={words.searchShortcuts} value={sought} onChange={setSought} className="w-80" />
        {changes === 0 ? null : <span className="text-sm text-faint">{words.changedCount(changes)}</span>}
      </div>
      {found.length === 0 ? <p className="text-base text-faint">{words.nothingFound}</p> : null}
      {groups.map((group) => {
        const commands = found.filter((command) => command.group === group);
        if (commands.length === 0) return null;
        return (
          <Group key={group} title={words.groups[group]}>
            <ul className="border-t border-line">
              {commands.map(({ id }) => (
                <ShortcutRow
                  key={id}
                  title={titles[id]}
                  keys={shortcuts.get(id) ?? []}
                  isOwn={Object.hasOwn(own, id)}
                  isChanging={changing === id}
                  onChanging={(now) => setChanging(now ? id : null)}
                  conflictOf={(keys) => {
                    const other = commandInTheWay(shortcuts, id, keys);
                    return other === null ? null : titles[other];
                  }}
                  onKeys={(keys) => write(withKeys(own, id, keys))}
                  onTakeOver={(keys) => {
                    const other = commandInTheWay(shortcuts, id, keys);
                    const rest = (other === null ? [] : (shortcuts.get(other) ?? [])).filter(
                      (taken) => taken.toLowerCase() !== keys.toLowerCase(),
                    );
                    write(withKeys(other === null ? own : withKeys(own, other, rest), id, [keys]));
                  }}
                />
              ))}
            </ul>
          </Group>
        );
      })}
    </Section>
  );
}

function readOwn(preference: unknown): OwnKeys {
  return typeof preference === 'object' && preference !== null && !Array.isArray(preference)
    ? (preference as OwnKeys)
    : {};
}
