import type { ProjectId } from '../../../domain/kernel/ids.ts';
import { useShortcut } from '../../actions/use-shortcuts.ts';
import { hashOf, type ProjectPage, projectPages } from '../../state/route.ts';
import { classNames } from '../../ui/class-names.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useWords } from '../../words/use-words.ts';

/** The four pages in the order of the work. Links, so that one can be opened in a second window. */
export function PageLinks({
  projectId,
  page,
}: {
  readonly projectId: ProjectId;
  readonly page: ProjectPage | null;
}) {
  const words = useWords('shell');
  return (
    <nav aria-label={words.pages} className="flex h-full shrink-0 items-stretch">
      {projectPages.map((name) => (
        <PageLink key={name} projectId={projectId} name={name} current={name === page} />
      ))}
    </nav>
  );
}

function PageLink({
  projectId,
  name,
  current,
}: {
  readonly projectId: ProjectId;
  readonly name: ProjectPage;
  readonly current: boolean;
}) {
  const commands = useWords('commands');
  const shortcut = useShortcut(`app.${name}`);
  return (
    <Tooltip label={commands[`app.${name}`]} shortcut={shortcut}>
      <a
        href={hashOf({ at: 'project', projectId, page: name })}
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'inline-flex items-center border-b-2 px-2 text-base md:px-3 font-medium -outline-offset-2 transition-colors duration-100',
          current ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
        )}
      >
        {commands[`app.${name}`]}
      </a>
    </Tooltip>
  );
}
