import type { AgainLine } from '../../../../contract/queue.ts';
import { groupOfJob } from '../../../../domain/jobs/queue-group.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { isUnderWay, type ShotFacts } from '../../../state/shot-facts.ts';
import { markOfState } from '../../../state/shot-mark.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useDeviceNames } from '../../../state/use-device-names.ts';
import { useMadeElsewhere } from '../../../state/use-made-elsewhere.ts';
import { Button } from '../../../ui/button.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import type { Catalogue } from '../../../words/catalogue.ts';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { useAgainPrice } from './use-again-price.ts';

/** What the shot's job is doing, or why it ended badly, with what can be done about it. */
export function JobNotice({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('shots');
  const { about } = useWords('generating');
  const formats = useFormats();
  const interpret = useInterpret();
  const { client, navigate } = useStudio();
  const call = useCall();
  const { state, job } = facts;
  const line = useAgainPrice(job);
  const isElsewhere = useMadeElsewhere(job);
  const nameOf = useDeviceNames();
  if (job === null) return null;
  const jobId = job.id;
  const costUsdMicros = line?.costUsdMicros ?? job.estimateUsdMicros;
  const price = costUsdMicros === 0 ? null : about(formats.money(costUsdMicros));
  const { basis = job.priceBasis, pricedAtMs = job.pricedAtMs } = line ?? {};
  const retry = (): void =>
    void call(
      () => client.queue.sendAgain({ asks: [{ jobId, costUsdMicros, basis, pricedAtMs }] }),
      ({ refused: [first] }) => (first === undefined ? null : interpret(first.message)),
    );
  const cancel = (): void => void call(() => client.jobs.cancel({ jobId }));
  const drop = (): void => void call(() => client.queue.drop({ which: { jobIds: [jobId] } }));
  const trouble = state === 'failed' || state === 'unknown' || state === 'held';
  const isFarAway = isElsewhere && (isUnderWay(state) || state === 'unknown' || state === 'held');
  const again = isFarAway
    ? wordsOfElsewhere(words.job, price, line)
    : wordsOfAgain(words.job, state, price, line);
  const problem = line?.how === 'cannot' ? line.problem : null;
  return (
    <div
      className={`flex flex-col gap-2 rounded-inner p-2 text-sm ${trouble ? 'bg-bad-soft' : 'bg-raised'}`}
      role={trouble ? 'alert' : undefined}
    >
      <div className="flex items-center justify-between gap-2">
        <StateDot state={markOfState[state]} label={words.state[state]} withWords />
        {isUnderWay(state) && state !== 'cancelling' && !isElsewhere ? (
          <Button size="small" variant="quiet" onClick={cancel}>
            {words.job.cancel}
          </Button>
        ) : null}
      </div>
      {isFarAway ? <p className="text-text">{words.job.elsewhere(nameOf(job.deviceId))}</p> : null}
      {isFarAway || (job.faultMessage === null && !trouble) ? null : (
        <p className="selectable break-words text-text">
          {state === 'unknown'
            ? words.job.unknown
            : job.faultMessage === null
              ? words.job.noReason
              : interpret(job.faultMessage)}
        </p>
      )}
      {problem === null ? null : <p className="selectable break-words text-muted">{interpret(problem)}</p>}
      {trouble || isFarAway ? (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            wraps
            disabled={problem !== null || (isFarAway && line === null)}
            onClick={retry}
          >
            {again}
          </Button>
          {state === 'failed' || isElsewhere ? null : (
            <Button size="small" variant="quiet" onClick={drop}>
              {state === 'unknown' ? words.job.giveUp : words.job.putAside}
            </Button>
          )}
          <Button
            size="small"
            variant="quiet"
            onClick={() =>
              navigate({
                at: 'queue',
                sheet: 'jobs',
                group: groupOfJob(job),
                ...(job.batchId === null ? {} : { batchId: job.batchId }),
              })
            }
          >
            {words.job.showInQueue}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function wordsOfElsewhere(
  words: Catalogue['shots']['job'],
  price: string | null,
  line: AgainLine | null,
): string {
  if (line?.how === 'collect') return words.fetch;
  return price === null ? words.makeHereToo : words.makeHereTooPriced(price);
}

function wordsOfAgain(
  words: Catalogue['shots']['job'],
  state: ShotFacts['state'],
  price: string | null,
  line: AgainLine | null,
): string {
  if (line?.how === 'collect') return words.fetch;
  if (state === 'held') return price === null ? words.confirm : words.confirmPriced(price);
  if (state === 'unknown') return price === null ? words.retryUnknown : words.retryUnknownPriced(price);
  return price === null ? words.retry : words.retryPriced(price);
}
