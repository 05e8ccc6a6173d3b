import { Clapperboard } from 'lucide-react';
import { useEdit } from '../../actions/use-edit.ts';
import { useProject, useRows } from '../../state/project-context.ts';
import { useStudio } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useWords } from '../../words/use-words.ts';

/** What the page says while the timeline is empty, with the step that comes next. */
export function NoFilm() {
  const words = useWords('export');
  const { client, navigate } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const hasShots = useRows('shot').length > 0;
  const main = useRows('track').find(({ kind }) => kind === 'main');
  // Clips that a person took away stay away: assembling again would bring nothing back.
  const wasAssembled = (main?.assembled?.shotIds.length ?? 0) > 0;
  const go = (page: 'board' | 'cut') => () => navigate({ at: 'project', projectId, page });
  return (
    <EmptyState
      icon={Clapperboard}
      title={words.emptyTitle}
      text={wasAssembled ? words.emptiedText : words.emptyText}
      actions={
        wasAssembled ? (
          <Button variant="primary" onClick={go('cut')}>
            {words.emptyCut}
          </Button>
        ) : hasShots ? (
          <Button variant="primary" onClick={() => void edit(() => client.timeline.assemble({ projectId }))}>
            {words.emptyAction}
          </Button>
        ) : (
          <Button variant="primary" onClick={go('board')}>
            {words.emptyBoard}
          </Button>
        )
      }
    />
  );
}
