import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import { useRow } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { markOfState } from '../../../state/shot-mark.ts';
import { StateDot } from '../../../ui/state-dot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useShotEdits } from '../editing/use-shot-edits.ts';
import { SpeechFields } from '../sounding/speech-fields.tsx';
import { TakeOrderField } from '../takes/take-order-field.tsx';
import { TakesStrip } from '../takes/takes-strip.tsx';
import { AwayNotice } from './away-notice.tsx';
import { CameraFields } from './camera-fields.tsx';
import { DialogueFields } from './dialogue-fields.tsx';
import { GenerationSection } from './generation-section.tsx';
import { InspectorSection } from './inspector-section.tsx';
import { PeopleFields } from './people-fields.tsx';
import { PlaceFields } from './place-fields.tsx';
import { PromptSection } from './prompt-section.tsx';

/** Everything about one shot, in the order in which a director asks: what is seen, how, who, what is said; then takes. */
export function ShotInspector({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const edits = useShotEdits();
  const { shot, number, state, takes } = facts;
  const scene = useRow('scene', shot.sceneId);
  const onEdit = (fields: ShotEdit): unknown => edits.edit([shot.id], fields);
  const one = [shot];
  return (
    <>
      <header className="flex flex-col gap-1 p-3">
        <div className="flex items-center gap-2">
          <h2 className="font-mono text-lg font-medium">{number}</h2>
          <StateDot state={markOfState[state]} label={words.state[state]} withWords />
          <span className="ml-auto text-sm text-faint">{words.kind[shot.kind]}</span>
        </div>
        <p className="truncate text-sm text-faint">{scene?.heading}</p>
      </header>
      <div className="px-3 pb-3">
        <TextArea
          label={words.field.description}
          value={shot.description}
          rows={3}
          maxLength={10_000}
          onCommit={(text) => onEdit({ description: text.trim() })}
        />
      </div>
      <InspectorSection title={words.section.takes} aside={takes.length > 1 ? <TakeOrderField /> : undefined}>
        <AwayNotice facts={facts} />
        <TakesStrip facts={facts} />
      </InspectorSection>
      <GenerationSection selected={[facts]} />
      <InspectorSection title={words.section.camera}>
        <CameraFields shots={one} onEdit={onEdit} />
      </InspectorSection>
      <InspectorSection title={words.section.people}>
        <PeopleFields shot={shot} onEdit={onEdit} />
      </InspectorSection>
      <InspectorSection title={words.section.dialogue}>
        <DialogueFields shot={shot} onEdit={onEdit} />
        <SpeechFields facts={facts} />
      </InspectorSection>
      <InspectorSection title={words.section.scene}>
        <PlaceFields shots={one} onEdit={onEdit} />
      </InspectorSection>
      <PromptSection shot={shot} onEdit={onEdit} />
    </>
  );
}
