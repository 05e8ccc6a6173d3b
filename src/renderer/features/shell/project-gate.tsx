import { FolderX, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { faultOfCall } from '../../../contract/fault-of-call.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useMirrorStatus, useProject, useRow } from '../../state/project-context.ts';
import type { ProjectPage } from '../../state/route.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useInterpret, useWords } from '../../words/use-words.ts';
import { PageSkeleton } from './page-skeleton.tsx';

export interface ProjectGateProps {
  readonly page: ProjectPage;
  /** What the reading of its rows failed with; null while it goes well. */
  readonly fault: unknown;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** Lets the pages of a project be seen once its rows are here, and says why where they cannot be. */
export function ProjectGate({ page, fault, onRetry, children }: ProjectGateProps) {
  const words = useWords('shell');
  const interpret = useInterpret();
  const { client, navigate } = useStudio();
  const { projectId } = useProject();
  const status = useMirrorStatus();
  const project = useRow('project', projectId);
  const call = useCall();
  const toLibrary = <Button onClick={() => navigate({ at: 'library' })}>{words.toLibrary}</Button>;
  const known = fault === null ? null : faultOfCall(fault);
  if (status === 'gone' || known?.code === 'project.not-found') {
    return (
      <>
        <PageName page={page} />
        <EmptyState
          icon={FolderX}
          title={words.projectGone}
          text={words.projectGoneText}
          actions={toLibrary}
        />
      </>
    );
  }
  if (known !== null) {
    return (
      <ErrorState
        title={words.projectFailed}
        text={interpret(known.message)}
        actions={
          <>
            <Button variant="primary" onClick={onRetry}>
              {words.tryAgain}
            </Button>
            {toLibrary}
          </>
        }
      />
    );
  }
  if (status === 'loading') return <PageSkeleton page={page} />;
  if (project !== null && project.trashedAtMs !== null) {
    return (
      <>
        <PageName page={page} />
        <EmptyState
          icon={Trash2}
          title={words.projectTrashedTitle}
          text={words.projectTrashedText}
          actions={
            <>
              <Button
                variant="primary"
                onClick={() => void call(() => client.projects.setTrashed({ projectId, trashed: false }))}
              >
                {words.putBack}
              </Button>
              {toLibrary}
            </>
          }
        />
      </>
    );
  }
  return children;
}

/** The heading that the page would have brought. */
function PageName({ page }: { readonly page: ProjectPage }) {
  const commands = useWords('commands');
  return <h1 className="sr-only">{commands[`app.${page}`]}</h1>;
}
