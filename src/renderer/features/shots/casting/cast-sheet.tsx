import { useState } from 'react';
import type { CastMember } from '../../../../domain/cast/cast-member.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { MemberVoice } from '../sounding/member-voice.tsx';
import { SubjectFields } from './subject-fields.tsx';
import { SubjectList } from './subject-list.tsx';

/** The characters: what each looks like, in words and pictures. */
export function CastSheet() {
  const words = useWords('casting');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const cast = useRows('cast');
  const shots = useRows('shot');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const member = cast.find(({ id }) => id === chosenId) ?? cast[0];
  const shotsOf = ({ name }: CastMember): number =>
    shots.filter(({ characters }) => characters.includes(name)).length;
  if (member === undefined) return <p className="p-4 text-base text-muted">{words.noCast}</p>;
  return (
    <SubjectList
      label={words.title}
      entries={cast.map((one) => ({
        id: one.id,
        name: one.name,
        facts: one.voiceOnly ? words.voiceOnly : words.inShots(shotsOf(one)),
        pictureId: one.referenceAssetIds[0] ?? null,
      }))}
      chosenId={member.id}
      onChoose={setChosenId}
    >
      <SubjectFields
        key={member.id}
        name={member.name}
        description={member.description}
        hint={words.memberHint}
        referenceAssetIds={member.referenceAssetIds}
        onDescribe={(description) =>
          edit(() => client.cast.edit({ projectId, castId: member.id, fields: { description } }))
        }
        voice={<MemberVoice member={member} />}
        onReferences={(referenceAssetIds) =>
          edit(() =>
            client.cast.edit({
              projectId,
              castId: member.id,
              fields: { referenceAssetIds: [...referenceAssetIds] },
            }),
          )
        }
      />
    </SubjectList>
  );
}
