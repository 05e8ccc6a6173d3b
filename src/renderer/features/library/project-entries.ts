import { Copy, ExternalLink, Pencil, Trash2, Undo2 } from 'lucide-react';
import type { ProjectSummary } from '../../../contract/projects.ts';
import type { CommandId } from '../../actions/all-commands.ts';
import { useShortcuts } from '../../actions/use-shortcuts.ts';
import { type ProjectPage, projectPages } from '../../state/route.ts';
import type { MenuEntry } from '../../ui/menu-entries.tsx';
import { useWords } from '../../words/use-words.ts';

export interface ProjectEntryDeeds {
  readonly open: (summary: ProjectSummary, page: ProjectPage) => void;
  readonly rename: (summary: ProjectSummary) => void;
  readonly duplicate: (summary: ProjectSummary) => void;
  readonly trash: (summary: ProjectSummary) => void;
  readonly putBack: (summary: ProjectSummary) => void;
  readonly deleteForever: (summary: ProjectSummary) => void;
}

/** The menu of a project, with the titles and keys of the commands that do the same. */
export function useProjectEntries(
  deeds: ProjectEntryDeeds,
): (summary: ProjectSummary) => readonly MenuEntry[] {
  const words = useWords('library');
  const commands = useWords('commands');
  const shortcuts = useShortcuts();
  const titled = (id: CommandId) => ({ label: commands[id], shortcut: shortcuts.get(id)?.[0] ?? null });
  return (summary) =>
    summary.project.trashedAtMs === null
      ? [
          {
            kind: 'item',
            label: words.open,
            icon: ExternalLink,
            shortcut: 'Enter',
            onSelect: () => deeds.open(summary, 'write'),
          },
          ...projectPages
            .filter((page) => page !== 'write')
            .map(
              (page): MenuEntry => ({
                kind: 'item',
                label: words.openOn(commands[`app.${page}`]),
                onSelect: () => deeds.open(summary, page),
              }),
            ),
          { kind: 'separator' },
          { kind: 'item', ...titled('library.rename'), icon: Pencil, onSelect: () => deeds.rename(summary) },
          {
            kind: 'item',
            ...titled('library.duplicate'),
            icon: Copy,
            onSelect: () => deeds.duplicate(summary),
          },
          { kind: 'separator' },
          {
            kind: 'item',
            ...titled('library.trash'),
            icon: Trash2,
            danger: true,
            onSelect: () => deeds.trash(summary),
          },
        ]
      : [
          { kind: 'item', ...titled('library.putBack'), icon: Undo2, onSelect: () => deeds.putBack(summary) },
          { kind: 'separator' },
          {
            kind: 'item',
            ...titled('library.deleteForever'),
            icon: Trash2,
            danger: true,
            onSelect: () => deeds.deleteForever(summary),
          },
        ];
}
