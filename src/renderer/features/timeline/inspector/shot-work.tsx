import { groupOfJob } from '../../../../domain/jobs/queue-group.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { markOfState } from '../../../state/shot-mark.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';

/** What the shot of a clip is doing, or why it failed, and the way to where something can be done about it. */
export function ShotWork({ facts: { state, job } }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const interpret = useInterpret();
  const { navigate } = useStudio();
  if (job === null) return null;
  const { batchId, faultMessage } = job;
  return (
    <div className="flex flex-col items-start gap-1.5">
      <StateDot state={markOfState[state]} label={words.state[state]} withWords wraps />
      {faultMessage === null ? null : (
        <p className="selectable text-sm break-words text-muted">{interpret(faultMessage)}</p>
      )}
      <Button
        size="small"
        onClick={() =>
          navigate({
            at: 'queue',
            sheet: 'jobs',
            group: groupOfJob(job),
            ...(batchId === null ? {} : { batchId }),
          })
        }
      >
        {words.job.showInQueue}
      </Button>
    </div>
  );
}
