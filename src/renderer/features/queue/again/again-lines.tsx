import type { AgainLine } from '../../../../contract/queue.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { type AgainSums, priceOf, reasonsOf } from './again-sums.ts';

const mostAsked = 1_000;

/** What would be fetched, sent and billed once more, what cannot be asked for, and of when the prices are. */
export function AgainLines({
  sums,
  bills,
  onBills,
  total,
  asked,
}: {
  readonly sums: AgainSums;
  /** Whether what may have been billed before is sent with the rest. */
  readonly bills: boolean;
  readonly onBills: (bills: boolean) => void;
  readonly total: number;
  readonly asked: number;
}) {
  const words = useWords('queueAgain');
  const formats = useFormats();
  const interpret = useInterpret();
  const others = sums.collect.length + sums.send.length + sums.sendFree.length;
  return (
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
          {others > 0 ? <Checkbox label={words.withBillAgain} checked={bills} onChange={onBills} /> : null}
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
        {asked === mostAsked ? ` ${words.only(mostAsked)}` : null}
      </p>
    </div>
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
