import type { ProjectDirection } from '../../../../domain/project/commands/direct-project.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { LookField } from '../generating/look-field.tsx';
import { textOrNull } from '../inspector/common-fields.ts';
import { NarratorVoice } from '../sounding/member-voice.tsx';

const largestSeed = 2_147_483_647;

/** What every prompt of the film says beside its shot, and how its seeds are chosen. */
export function LookSheet() {
  const words = useWords('casting');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const project = useRow('project', projectId);
  if (project === null) return null;
  const direct = (direction: ProjectDirection) =>
    edit(() => client.projects.direct({ projectId, direction }));
  return (
    <div className="flex h-full flex-col gap-4 overflow-y-auto p-4">
      <LookField />
      <TextArea
        label={words.palette}
        hint={words.paletteHint}
        value={project.palette ?? ''}
        rows={2}
        maxLength={10_000}
        onCommit={(text) => direct({ palette: textOrNull(text) })}
      />
      <TextField
        label={words.lens}
        hint={words.lensHint}
        value={project.lensWords ?? ''}
        maxLength={500}
        onCommit={(text) => direct({ lensWords: textOrNull(text) })}
      />
      <TextArea
        label={words.negative}
        hint={words.negativeHint}
        value={project.negativePrompt ?? ''}
        rows={2}
        maxLength={10_000}
        onCommit={(text) => direct({ negativePrompt: textOrNull(text) })}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-sm text-muted">{words.seeds}</span>
        <Segmented
          label={words.seeds}
          value={project.seedPolicy}
          options={[
            { value: 'per-shot', label: words.seedPerShot },
            { value: 'one', label: words.seedOne },
          ]}
          onChange={(seedPolicy) => void direct({ seedPolicy })}
        />
      </div>
      {project.seedPolicy === 'one' ? (
        <NumberField
          label={words.seed}
          labelAt="beside"
          value={project.projectSeed ?? 0}
          min={0}
          max={largestSeed}
          onCommit={(projectSeed) => void direct({ projectSeed })}
        />
      ) : null}
      <NarratorVoice />
      <Switch
        label={words.stillsFirst}
        hint={words.stillsFirstHint}
        checked={project.stillsFirst}
        onChange={(stillsFirst) => void direct({ stillsFirst })}
      />
    </div>
  );
}
