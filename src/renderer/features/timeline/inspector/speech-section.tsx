import type { TakeId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Heading } from './heading.tsx';
import { Section } from './section.tsx';
import { SoundTakes } from './sound-takes.tsx';

/** A spoken line: whose, what is said, in which voice, and which of its takes is heard. */
export function SpeechSection({ shotId }: { readonly shotId: string }) {
  const words = useWords('placedSound');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const facts = useShotFacts(shotId);
  const job = useRow('job', facts?.speech.chosen?.jobId ?? null);
  if (facts === null) return null;
  const { speech, number, shot } = facts;
  const asked = job?.request.kind === 'speech' ? job.request.voice : null;
  const choose = (takeId: TakeId | null): void =>
    void edit(() => client.shots.chooseTake({ projectId, shotId: shot.id, kind: 'speech', takeId }));
  return (
    <>
      <Heading title={words.line(number)} more={speech.line?.text ?? words.noLine} />
      <Section title={words.role.dialogue}>
        {speech.state === 'outdated' ? (
          <StateDot state="stale" label={words.outdated} withWords wraps />
        ) : null}
        <dl className="grid grid-cols-[4.5rem_1fr] gap-y-1 text-sm">
          <dt className="text-muted">{words.speaker}</dt>
          <dd className="min-w-0 truncate text-text">{speech.line?.speaker ?? '–'}</dd>
          <dt className="text-muted">{words.voice}</dt>
          <dd className="min-w-0 truncate text-text">{asked ?? speech.voice?.voice ?? words.noVoice}</dd>
        </dl>
        <SoundTakes takes={speech.takes} chosenId={shot.chosenSpeechId} onChoose={choose} />
      </Section>
    </>
  );
}
