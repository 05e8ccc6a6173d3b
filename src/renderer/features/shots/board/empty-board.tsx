import { LayoutGrid } from 'lucide-react';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What the Board is for, while the story has no shots: with a text one step is left, without one it begins on Write. */
export function EmptyBoard() {
  const words = useWords('shots');
  const { client, navigate } = useStudio();
  const { projectId } = useProject();
  const call = useCall();
  const hasText = useRows('block').length > 0;
  return (
    <EmptyState
      icon={LayoutGrid}
      title={words.empty.title}
      text={hasText ? words.empty.noShots : words.empty.noText}
      actions={
        hasText ? (
          <Button variant="primary" onClick={() => void call(() => client.scenes.breakDown({ projectId }))}>
            {words.empty.breakDown}
          </Button>
        ) : (
          <Button variant="primary" onClick={() => navigate({ at: 'project', projectId, page: 'write' })}>
            {words.empty.write}
          </Button>
        )
      }
    />
  );
}
