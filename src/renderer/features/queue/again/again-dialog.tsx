import { useEffect, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { AgainLine, QueueChoice } from '../../../../contract/queue.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { priceOf, reasonsOf, sumAgain } from './again-sums.ts';

const mostAsked = 1_000;

type Priced =
  | { readonly is: 'pricing' }
  | { readonly is: 'priced'; readonly lines: readonly AgainLine[] }
  | { readonly is: 'fault'; readonly message: string };

/** What asking again means and costs now, before anything is sent: fetched, sent at a price, or billed once more. */
export function AgainDialog({
  which,
  onClose,
}: {
  readonly which: QueueChoice;
  readonly onClose: () => void;
}) {
  const words = useWords('queueAgain');
  const formats = useFormats();
  const interpret = useInterpret();
  const { client } = useStudio();
  const call = useCall();
  const [priced, setPriced] = useState<Priced>({ is: 'pricing' });
  const [withBilled, setWithBilled] = useState<boolean | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    let wanted = true;
    client.queue.priceAgain({ which }).then(
      (lines) => {
        if (wanted) setPriced({ is: 'priced', lines });
      },
      (error: unknown) => {
        if (wanted) setPriced({ is: 'fault', message: faultOfCall(error).message });
      },
    );
    return () => {
      wanted = false;
    };
  }, [client, which]);
  const lines = priced.is === 'priced' ? priced.lines : [];
  const sums = sumAgain(lines);
  const others = [...sums.collect, ...sums.send, ...sums.sendFree];
  // What may be billed twice is only sent with the rest where a person says so.
  const bills = withBilled ?? others.length === 0;
  const wanted = bills ? [...others, ...sums.billAgain] : others;
  const total = priceOf(wanted);
  const send = async (): Promise<void> => {
    setBusy(true);
    const asks = wanted.map(({ jobId, costUsdMicros, basis, pricedAtMs }) => ({
      jobId,
      costUsdMicros: costUsdMicros ?? 0,
      basis,
      pricedAtMs,
    }));
    const done = await call(
      () => client.queue.sendAgain({ asks }),
      ({ again, refused }) => words.done(again, refused.length),
    );
    setBusy(false);
    if (done !== null) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={priced.is === 'priced' ? words.title(lines.length) : words.pricing}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" busy={busy} disabled={wanted.length === 0} onClick={() => void send()}>
            {wanted.length === 0
              ? words.nothing
              : total === 0
                ? words.doFree(wanted.length)
                : words.doIt(wanted.length, formats.exactMoney(total))}
          </Button>
        </>
      }
    >
      {priced.is === 'pricing' ? (
        <div role="status" aria-label={words.pricing} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-3/5" />
        </div>
      ) : priced.is === 'fault' ? (
        <ErrorState look="inline" title={words.nothing} text={interpret(priced.message)} />
      ) : (
        <div className="flex flex-col gap-3 text-base text-text">
          {sums.collect.length > 0 ? <p>{words.collect(sums.collect.length)}</p> : null}
          {sums.sendFree.length > 0 ? <p>{words.sendFree(sums.sendFree.length)}</p> : null}
          {sums.send.length > 0 ? (
            <div>
              <p>{words.send(sums.send.length, formats.exactMoney(priceOf(sums.send)))}</p>
              <PriceChange lines={sums.send} />
            </div>
          ) : null}
          {sums.billAgain.length > 0 ? (
            <div>
              <p>{words.billAgain(sums.billAgain.length, formats.exactMoney(priceOf(sums.billAgain)))}</p>
              <p className="mt-1 text-sm text-muted">{words.billAgainHint}</p>
              {others.length > 0 ? (
                <Checkbox label={words.withBillAgain} checked={bills} onChange={setWithBilled} />
              ) : null}
            </div>
          ) : null}
          {sums.cannot.length > 0 ? (
            <div className="selectable">
              <p>{words.cannot(sums.cannot.length)}</p>
              <ul className="mt-1 list-disc pl-5 text-sm text-muted">
                {reasonsOf(sums.cannot).map(([reason, count]) => (
                  <li key={reason}>{count > 1 ? `${interpret(reason)} (${count})` : interpret(reason)}</li>
                ))}
              </ul>
            </div>
          ) : null}
          <p className="text-sm text-muted">
            {total === 0
              ? null
              : sums.pricedAtMs === null
                ? words.ownPrices
                : words.pricedAt(`${formats.date(sums.pricedAtMs)}, ${formats.time(sums.pricedAtMs)}`)}
            {lines.length === mostAsked ? ` ${words.only(mostAsked)}` : null}
          </p>
        </div>
      )}
    </Dialog>
  );
}

/** Says where the price of now is not the one that was approved. */
function PriceChange({ lines }: { readonly lines: readonly AgainLine[] }) {
  const words = useWords('queueAgain');
  const formats = useFormats();
  const now = priceOf(lines);
  const before = lines.reduce((sum, { approvedUsdMicros }) => sum + approvedUsdMicros, 0);
  if (now === before) return null;
  const say = now > before ? words.rose : words.fell;
  return (
    <p className="mt-1 text-sm text-accent-text">
      {say(formats.exactMoney(before), formats.exactMoney(now))}
    </p>
  );
}
