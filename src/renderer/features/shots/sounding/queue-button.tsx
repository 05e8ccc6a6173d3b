import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The way to what ended badly, where it is asked for again at its price. */
export function QueueButton() {
  const words = useWords('sound');
  const { navigate } = useStudio();
  return (
    <Button size="small" onClick={() => navigate({ at: 'queue', sheet: 'jobs', group: 'failed' })}>
      {words.openQueue}
    </Button>
  );
}
