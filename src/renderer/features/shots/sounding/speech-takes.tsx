import { VolumeX } from 'lucide-react';
import type { TakeId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { PlayTake } from './play-take.tsx';

/** The spoken takes of a shot, newest first: heard, and one of them used. */
export function SpeechTakes({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('sound');
  const formats = useFormats();
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const { shot, number, speech } = facts;
  const choose = (takeId: TakeId | null): void =>
    void edit(() => client.shots.chooseTake({ projectId, shotId: shot.id, kind: 'speech', takeId }));
  return (
    <ul className="flex max-h-40 flex-col overflow-y-auto" aria-label={words.takesOf(speech.takes.length)}>
      {speech.takes.map((take, i) => {
        const name = words.takeNumber(speech.takes.length - i);
        const isUsed = take.id === shot.chosenSpeechId;
        return (
          <li key={take.id} className="flex h-7 items-center gap-2 text-sm">
            <PlayTake take={take} what={`${name}, ${words.lineOf(number)}`} />
            <span className="min-w-0 flex-1 truncate text-text" title={take.model}>
              {name}
            </span>
            <span className="text-muted tabular-nums">{formats.money(take.costUsdMicros)}</span>
            {isUsed ? (
              <Button size="small" variant="quiet" icon={VolumeX} onClick={() => choose(null)}>
                {words.silence}
              </Button>
            ) : (
              <Button size="small" variant="quiet" onClick={() => choose(take.id)}>
                {words.use}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
