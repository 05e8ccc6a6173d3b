import { ArrowUpRight } from 'lucide-react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { flicksToSeconds, secondsToFlicks, snapToFrame } from '../../../../domain/kernel/time.ts';
import { projectRate } from '../../../../domain/project/project.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Description and length of a shot; everything else is on the Board. */
export function ShotFields({ shotId }: { readonly shotId: ShotId }) {
  const words = useWords('text');
  const { client, navigate } = useStudio();
  const { projectId } = useProject();
  const project = useRow('project', projectId);
  const facts = useShotFacts(shotId);
  const edit = useEdit();
  if (facts === null || project === null) return null;
  const { shot, number } = facts;
  const set = (fields: Parameters<typeof client.shots.edit>[0]['fields']) =>
    edit(() => client.shots.edit({ projectId, shotId, fields }));
  return (
    <div className="flex flex-col gap-2">
      <header className="flex items-center gap-2">
        <h2 className="font-medium">{words.shot.title(number)}</h2>
        {shot.editedFields.length > 0 || shot.origin === 'user' ? (
          <span className="text-sm text-faint">{words.shot.hand}</span>
        ) : null}
        <Button
          variant="quiet"
          size="small"
          icon={ArrowUpRight}
          className="ml-auto"
          onClick={() => navigate({ at: 'project', projectId, page: 'board' })}
        >
          {words.shot.board}
        </Button>
      </header>
      <TextArea
        label={words.shot.description}
        value={shot.description}
        rows={2}
        onCommit={(description) => set({ description })}
      />
      <NumberField
        label={words.shot.seconds}
        labelAt="beside"
        value={flicksToSeconds(shot.durationFlicks)}
        min={0.1}
        max={600}
        step={0.5}
        digits={1}
        onCommit={(seconds) =>
          void set({ durationFlicks: snapToFrame(secondsToFlicks(seconds), projectRate(project), true) })
        }
      />
    </div>
  );
}
