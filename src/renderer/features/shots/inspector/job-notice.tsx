import { useCall } from '../../../actions/use-edit.ts';
import { isUnderWay, type ShotFacts } from '../../../state/shot-facts.ts';
import { markOfState } from '../../../state/shot-mark.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';

/** What the shot's job is doing, or why it ended badly, with what can be done about it. */
export function JobNotice({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const formats = useFormats();
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const { state, job } = facts;
  if (job === null) return null;
  const price = job.estimateUsdMicros === 0 ? null : words.about(formats.money(job.estimateUsdMicros));
  const retry = (): void => void call(() => client.jobs.retry({ jobId: job.id }));
  const cancel = (): void => void call(() => client.jobs.cancel({ jobId: job.id }));
  const trouble = state === 'failed' || state === 'unknown';
  return (
    <div
      className={`flex flex-col gap-2 rounded-inner p-2 text-sm ${trouble ? 'bg-bad-soft' : 'bg-raised'}`}
      role={trouble ? 'alert' : undefined}
    >
      <div className="flex items-center justify-between gap-2">
        <StateDot state={markOfState[state]} label={words.state[state]} withWords />
        {isUnderWay(state) && state !== 'cancelling' ? (
          <Button size="small" variant="quiet" onClick={cancel}>
            {words.job.cancel}
          </Button>
        ) : null}
      </div>
      {job.faultMessage === null && !trouble ? null : (
        <p className="selectable break-words text-text">
          {state === 'unknown'
            ? words.job.unknown
            : job.faultMessage === null
              ? words.job.noReason
              : interpret(job.faultMessage)}
        </p>
      )}
      {state === 'unknown' ? (
        <div className="flex flex-wrap gap-2">
          <Button size="small" wraps onClick={retry}>
            {price === null ? words.job.retryUnknown : words.job.retryUnknownPriced(price)}
          </Button>
          <Button size="small" variant="quiet" onClick={cancel}>
            {words.job.giveUp}
          </Button>
        </div>
      ) : null}
      {state === 'failed' ? (
        <Button size="small" wraps className="self-start" onClick={retry}>
          {price === null ? words.job.retry : words.job.retryPriced(price)}
        </Button>
      ) : null}
    </div>
  );
}
