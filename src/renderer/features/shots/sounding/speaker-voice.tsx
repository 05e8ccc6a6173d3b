import type { CommissionLine } from '../../../../contract/commissions.ts';
import type { Voice } from '../../../../domain/project/voice.ts';
import { isNarrator } from '../../../../domain/shots/spoken-line.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { HearVoice } from './hear-voice.tsx';
import { useVoiceModels } from './use-voice-models.ts';
import { VoiceField } from './voice-field.tsx';
import { nameOfVoice } from './voice-options.ts';

/** The voice of a speaker: chosen for the whole film, wherever it is chosen. */
export function SpeakerVoice({
  speaker,
  auto,
  label,
}: {
  readonly speaker: string;
  /** A priced line of theirs, for the voice that is picked where nobody chose. */
  readonly auto: Pick<CommissionLine, 'provider' | 'model' | 'voice'> | null;
  readonly label?: string;
}) {
  const words = useWords('sound');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const models = useVoiceModels();
  const project = useRow('project', projectId);
  const member = useRows('cast').find(({ name }) => name.toLowerCase() === speaker.toLowerCase());
  const voice = member?.voice ?? (isNarrator(speaker) ? (project?.narratorVoice ?? null) : null);
  const picked: Voice | null =
    auto?.voice == null ? null : { provider: auto.provider, model: auto.model, voice: auto.voice, speed: 1 };
  const spoken = voice ?? picked;
  const choose = (next: Voice | null): unknown =>
    edit(() =>
      member === undefined
        ? client.projects.direct({ projectId, direction: { narratorVoice: next } })
        : client.cast.edit({ projectId, castId: member.id, fields: { voice: next } }),
    );
  // Somebody who is neither in the cast nor the narrator keeps the voice that is picked.
  const canChoose = member !== undefined || isNarrator(speaker);
  return (
    <div className="flex min-w-0 items-end gap-1">
      {canChoose ? (
        <VoiceField
          label={label ?? words.voiceOf(speaker)}
          models={models}
          voice={voice}
          automatic={picked === null ? null : nameOfVoice(models, picked)}
          onChange={choose}
          className="min-w-0 flex-1"
        />
      ) : (
        <span className="min-w-0 flex-1 truncate text-base">
          {picked === null ? words.automatic : words.automaticVoice(nameOfVoice(models, picked))}
        </span>
      )}
      {spoken === null ? null : <HearVoice castId={member?.id ?? null} name={speaker} voice={spoken} />}
    </div>
  );
}
