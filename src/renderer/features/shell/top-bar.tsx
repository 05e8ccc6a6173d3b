import { ChevronLeft, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ProjectId } from '../../../domain/kernel/ids.ts';
import type { CommandId } from '../../actions/all-commands.ts';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useShortcut } from '../../actions/use-shortcuts.ts';
import { hashOf, type ProjectPage, type Route } from '../../state/route.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWords } from '../../words/use-words.ts';
import { PageLinks } from './page-links.tsx';
import { ProjectName } from './project-name.tsx';
import { SavedAt } from './saved-at.tsx';
import { SpendButton } from './spend-button.tsx';

export interface TopBarProps {
  readonly route: Route;
  /** The project that is open, perhaps behind the settings. */
  readonly project: { readonly projectId: ProjectId; readonly page: ProjectPage } | null;
  /** The work button and the bell. */
  readonly activities: ReactNode;
  readonly notices: ReactNode;
  /** How the project stands with the other devices. */
  readonly sync?: ReactNode;
}

/** The 44 px row over every page: where one is, what runs, what was spent, when it was saved. */
export function TopBar({ route, project, activities, notices, sync }: TopBarProps) {
  const words = useWords('shell');
  const settings = useCommandButton('app.settings');
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 border-b border-line bg-panel px-2">
      {project === null ? (
        route.at === 'library' ? (
          <AppName />
        ) : (
          <BackLink to={{ at: 'library' }} label={words.backToLibrary} command="app.library" />
        )
      ) : route.at === 'settings' || route.at === 'queue' ? (
        <BackLink
          to={{ at: 'project', ...project }}
          label={words.backToProject}
          command={`app.${project.page}`}
        />
      ) : (
        <BackLink to={{ at: 'library' }} label={words.backToLibrary} command="app.library" />
      )}
      {project === null ? null : (
        <>
          <ProjectName />
          <PageLinks projectId={project.projectId} page={route.at === 'project' ? project.page : null} />
        </>
      )}
      <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
        {activities}
        {project === null ? null : (
          <>
            <SpendButton />
            <SavedAt />
            {sync}
          </>
        )}
        {notices}
        <IconButton
          icon={Settings}
          {...settings}
          label={words.windowMenu}
          aria-current={route.at === 'settings' ? 'page' : undefined}
        />
      </div>
    </header>
  );
}

function AppName() {
  const words = useWords('shell');
  return <span className="px-2 text-lg font-semibold text-text">{words.appName}</span>;
}

/** One step back. A link, so that it can be opened in a second window. */
function BackLink({
  to,
  label,
  command,
}: {
  readonly to: Route;
  readonly label: string;
  readonly command: CommandId;
}) {
  const shortcut = useShortcut(command);
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <a
        href={hashOf(to)}
        aria-label={label}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-inner text-muted hover:bg-hover hover:text-text"
      >
        <Icon of={ChevronLeft} />
      </a>
    </Tooltip>
  );
}
