import { BookOpenText } from 'lucide-react';
import { useMemo } from 'react';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';

/** In a story of prose: what nobody says is told by a narrator. Nothing where all of it is told, or it is a screenplay. */
export function NarrateButton() {
  const words = useWords('sound');
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const edit = useEdit();
  const blocks = useRows('block');
  const prose = useMemo(
    () => new Set(blocks.filter(({ kind }) => kind === 'paragraph').map(({ id }) => id)),
    [blocks],
  );
  useShotIndex((index) => index.revision());
  const hasMore = shots.shotIds().some((id) => {
    const shot = shots.facts(id)?.shot;
    return (
      shot?.dialogue === null &&
      shot.kind !== 'title' &&
      shot.covers.some(({ blockId }) => prose.has(blockId))
    );
  });
  if (!hasMore) return null;
  return (
    <Button
      size="small"
      icon={BookOpenText}
      title={words.narrateHint}
      onClick={() => void edit(() => client.shots.narrate({ projectId, shotIds: null }))}
    >
      {words.narrate}
    </Button>
  );
}
