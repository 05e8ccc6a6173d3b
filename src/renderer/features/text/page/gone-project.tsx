import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { useWords } from '../../../words/use-words.ts';

/** The project was deleted while it was open here. */
export function GoneProject() {
  const words = useWords('text');
  const { navigate } = useStudio();
  return (
    <ErrorState
      title={words.gone.title}
      text={words.gone.text}
      actions={<Button onClick={() => navigate({ at: 'library' })}>{words.gone.back}</Button>}
    />
  );
}
