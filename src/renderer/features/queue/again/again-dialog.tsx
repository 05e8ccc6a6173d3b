import { useEffect, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { AgainLine, QueueChoice } from '../../../../contract/queue.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { AgainLines } from './again-lines.tsx';
import { priceOf, sumAgain } from './again-sums.ts';

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
        <AgainLines sums={sums} bills={bills} onBills={setWithBilled} total={total} asked={lines.length} />
      )}
    </Dialog>
  );
}
