import { SlidersHorizontal } from 'lucide-react';
import { useStore } from 'zustand';
import { useShortcuts } from '../../../actions/use-shortcuts.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { previewQualities } from './fit-picture.ts';
import type { PlayCommandId, ViewerActions } from './viewer-actions.ts';
import type { ViewerSettingsStore } from './viewer-settings.ts';

/** What a narrow viewer has no button for, and how the picture is watched. */
const commandsOfMenu = [
  'play.frameBack',
  'play.frameOn',
  'play.markIn',
  'play.markOut',
  'play.clearMarks',
  'play.previousCut',
  'play.nextCut',
] as const satisfies readonly PlayCommandId[];

export function ViewMenu({
  settings,
  actions,
}: {
  readonly settings: ViewerSettingsStore;
  readonly actions: ViewerActions;
}) {
  const words = useWords('viewer');
  const titles = useWords('commands');
  const shortcuts = useShortcuts();
  const { quality, guides, captions, loop, scrubSound } = useStore(settings);
  const entries: readonly MenuEntry[] = [
    { kind: 'label', label: words.quality },
    ...previewQualities.map(
      (name): MenuEntry => ({
        kind: 'check',
        label: words.qualities[name],
        checked: quality === name,
        onSelect: () => settings.setState({ quality: name }),
      }),
    ),
    { kind: 'separator' },
    {
      kind: 'check',
      label: words.guides,
      checked: guides,
      onSelect: () => settings.setState({ guides: !guides }),
    },
    {
      kind: 'check',
      label: words.captions,
      checked: captions,
      onSelect: () => settings.setState({ captions: !captions }),
    },
    {
      kind: 'check',
      label: titles['play.loop'],
      checked: loop,
      onSelect: () => settings.setState({ loop: !loop }),
    },
    {
      kind: 'check',
      label: titles['play.scrubSound'],
      shortcut: shortcuts.get('play.scrubSound')?.[0] ?? null,
      checked: scrubSound,
      onSelect: () => settings.setState({ scrubSound: !scrubSound }),
    },
    { kind: 'separator' },
    ...commandsOfMenu.map(
      (id): MenuEntry => ({
        kind: 'item',
        label: titles[id],
        shortcut: shortcuts.get(id)?.[0] ?? null,
        disabled: !(actions[id].enabled?.() ?? true),
        onSelect: actions[id].run,
      }),
    ),
  ];
  return (
    <Menu
      align="end"
      entries={entries}
      trigger={<IconButton icon={SlidersHorizontal} label={words.view} />}
    />
  );
}
