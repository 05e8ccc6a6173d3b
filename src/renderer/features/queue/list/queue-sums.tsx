import { CirclePause } from 'lucide-react';
import { useStudioState } from '../../../state/studio-context.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { QueueFigures } from './use-queue-summary.ts';

/** Time and money left, in one line. */
export function QueueSums({ figures }: { readonly figures: QueueFigures | null }) {
  const words = useWords('queue');
  const formats = useFormats();
  const pausedSinceMs = useStudioState((state) => state.queuePausedSinceMs);
  const { summary, caps } = figures ?? {};
  const isBusy = summary !== undefined && summary.counts.running + summary.counts.waiting > 0;
  const secondsLeft = summary?.secondsLeft ?? null;
  const limit = caps?.monthlyBudgetUsdMicros ?? null;
  const spent =
    (caps?.chargedUsdMicros ?? 0) + (caps?.reservedUsdMicros ?? 0) + (caps?.uncertainUsdMicros ?? 0);
  const money = (value: number | undefined): string =>
    value === undefined ? '…' : formats.exactMoney(value);
  const facts = [
    ...(isBusy && pausedSinceMs === null
      ? [
          {
            name: words.timeLeft,
            value: secondsLeft === null ? words.timeLeftUnknown : words.about(formats.timeLeft(secondsLeft)),
          },
        ]
      : []),
    { name: words.reserved, value: money(summary?.reservedUsdMicros) },
    { name: words.waits, value: money(summary?.waitingUsdMicros) },
    { name: words.chargedThisMonth, value: money(caps?.chargedUsdMicros) },
    {
      name: words.left,
      value:
        caps === undefined
          ? '…'
          : limit === null
            ? words.noLimit
            : formats.exactMoney(Math.max(0, limit - spent)),
    },
  ];
  return (
    <div className="shrink-0 border-b border-line px-3 py-2">
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {facts.map(({ name, value }) => (
          <div key={name} className="flex items-baseline gap-1.5">
            <dt className="text-muted">{name}</dt>
            <dd className="font-medium text-text tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {pausedSinceMs === null ? null : (
        <p role="status" className="mt-1.5 flex items-start gap-1.5 text-sm text-accent-text">
          <Icon of={CirclePause} size={14} className="mt-0.5" />
          {words.pausedSince(formats.time(pausedSinceMs))}
        </p>
      )}
    </div>
  );
}
