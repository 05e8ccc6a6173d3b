import type { ProjectPage } from '../../state/route.ts';
import { CommandPalette } from './command-palette.tsx';
import { useFilmItems } from './use-film-items.ts';

/** The palette over a project: its scenes and shots are found as well. */
export function ProjectPalette({
  onClose,
  page,
}: {
  readonly onClose: () => void;
  readonly page: ProjectPage;
}) {
  return <CommandPalette onClose={onClose} more={useFilmItems(page)} />;
}
