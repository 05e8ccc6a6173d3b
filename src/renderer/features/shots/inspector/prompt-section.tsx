import { Copy, Pencil, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import { composePrompt, promptPartNames } from '../../../../domain/shots/prompt/compose-prompt.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useRows } from '../../../state/project-context.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';
import { textOrNull } from './common-fields.ts';
import { InspectorSection } from './inspector-section.tsx';
import { PromptPart } from './prompt-part.tsx';

/** What is sent to a picture model: its parts as they are composed from the fields above, or a person's own words. */
export function PromptSection({
  shot,
  onEdit,
}: {
  readonly shot: Shot;
  readonly onEdit: (fields: ShotEdit) => unknown;
}) {
  const words = useWords('shots');
  const status = useStatusLine();
  const project = useRows('project')[0] ?? unstyled;
  const cast = useRows('cast');
  const places = useRows('place');
  const [kind, setKind] = useState<'still' | 'clip'>('clip');
  const composed = composePrompt({ ...shot, promptOverride: null }, { cast, places, project }, kind);
  const { promptOverride } = shot;
  const text = promptOverride ?? composed.text;
  return (
    <InspectorSection
      title={words.section.prompt}
      aside={
        <span className="flex items-center gap-1">
          {promptOverride === null ? (
            <Segmented
              label={words.prompt.kind}
              value={kind}
              options={[
                { value: 'still', label: words.prompt.still },
                { value: 'clip', label: words.prompt.clip },
              ]}
              onChange={setKind}
            />
          ) : null}
          <IconButton
            icon={Copy}
            size="small"
            label={words.prompt.copy}
            onClick={() =>
              void navigator.clipboard.writeText(text).then(() => status.say(words.prompt.copied))
            }
          />
        </span>
      }
    >
      {promptOverride === null ? (
        <>
          <dl className="selectable grid grid-cols-[72px_1fr] gap-x-2 gap-y-1 text-sm">
            {promptPartNames.map((part) => (
              <PromptPart
                key={part}
                part={part}
                said={composed.parts[part]}
                composed={composed.composed[part]}
                isOwn={shot.promptParts[part] !== undefined}
                onChange={(own) => onEdit({ promptParts: withPart(shot.promptParts, part, own) })}
              />
            ))}
          </dl>
          <Button
            size="small"
            variant="quiet"
            icon={Pencil}
            className="self-start"
            onClick={() => onEdit({ promptOverride: composed.text })}
          >
            {words.prompt.write}
          </Button>
        </>
      ) : (
        <>
          <TextArea
            label={words.prompt.own}
            hint={words.prompt.hint}
            value={promptOverride}
            rows={4}
            maxLength={10_000}
            onCommit={(value) => onEdit({ promptOverride: textOrNull(value) })}
          />
          <Button
            size="small"
            variant="quiet"
            icon={Undo2}
            className="self-start"
            onClick={() => onEdit({ promptOverride: null })}
          >
            {words.prompt.reset}
          </Button>
        </>
      )}
    </InspectorSection>
  );
}

const unstyled = { style: '', palette: null, lensWords: null };

/** The person's words of all parts with those of one changed; null goes back to the composed ones. */
function withPart(parts: Shot['promptParts'], part: string, own: string | null): Shot['promptParts'] {
  const { [part]: _before, ...others } = parts;
  return own === null ? others : { ...others, [part]: own };
}
