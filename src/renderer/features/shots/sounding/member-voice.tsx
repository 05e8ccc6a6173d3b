import type { CastMember } from '../../../../domain/cast/cast-member.ts';
import type { Voice } from '../../../../domain/project/voice.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { VoiceChooser } from './voice-chooser.tsx';

/** How a character sounds. */
export function MemberVoice({ member }: { readonly member: CastMember }) {
  const words = useWords('sound');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  return (
    <VoiceChooser
      label={words.voice}
      name={member.name}
      castId={member.id}
      voice={member.voice}
      onChange={(voice: Voice | null) =>
        edit(() => client.cast.edit({ projectId, castId: member.id, fields: { voice } }))
      }
    />
  );
}

/** Who tells the film where a narrator speaks. */
export function NarratorVoice() {
  const words = useWords('sound');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const voice = useRow('project', projectId)?.narratorVoice ?? null;
  return (
    <VoiceChooser
      label={words.narrator}
      name={words.narrator}
      castId={null}
      voice={voice}
      onChange={(narratorVoice: Voice | null) =>
        edit(() => client.projects.direct({ projectId, direction: { narratorVoice } }))
      }
    />
  );
}
