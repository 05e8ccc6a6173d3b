import type { ProjectSummary } from '../../../contract/projects.ts';
import type { Fault } from '../../../domain/kernel/result.ts';
import { useConnection } from '../../state/studio-context.ts';
import { useNow } from '../../state/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useInterpret, useWords } from '../../words/use-words.ts';
import { GridSkeleton } from './grid/grid-skeleton.tsx';
import { ProjectGrid, type ProjectGridProps } from './grid/project-grid.tsx';
import { LibraryEmpty } from './library-empty.tsx';

export interface LibraryBodyProps {
  /** null until the library was read. */
  readonly shown: readonly ProjectSummary[] | null;
  readonly fault: Fault | null;
  readonly onRetry: () => void;
  readonly inTrash: boolean;
  readonly sample: { readonly busy: boolean; readonly start: () => void };
  readonly onOpenFile: () => void;
  readonly onPaste: () => void;
  readonly grid: Omit<ProjectGridProps, 'projects' | 'nowMs'>;
}

/** The posters, or what there is to say in their place. */
export function LibraryBody(props: LibraryBodyProps) {
  const { shown, fault, onRetry, inTrash, sample, onOpenFile, onPaste, grid } = props;
  const words = useWords('library');
  const interpret = useInterpret();
  const connection = useConnection();
  const nowMs = useNow();
  if (shown === null) {
    if (fault !== null) {
      return (
        <ErrorState
          title={words.failedTitle}
          text={`${interpret(fault.message)} ${words.failedKept}`}
          actions={<Button onClick={onRetry}>{words.tryAgain}</Button>}
        />
      );
    }
    if (connection.is === 'lost') return <ErrorState title={words.offlineTitle} text={words.offlineText} />;
    return <GridSkeleton />;
  }
  if (shown.length === 0) {
    return inTrash ? (
      <EmptyState title={words.emptyTrashTitle} text={words.emptyTrashText} />
    ) : (
      <LibraryEmpty sampleBusy={sample.busy} onSample={sample.start} onOpen={onOpenFile} onPaste={onPaste} />
    );
  }
  return <ProjectGrid {...grid} projects={shown} nowMs={nowMs} />;
}
