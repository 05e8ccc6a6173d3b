import { SearchCheck } from 'lucide-react';
import type { PaidFinding } from '../../../../contract/jobs.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type DotState, StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { kindIcons } from '../list/queue-row-view.tsx';
import { useProviderName } from '../use-queue-names.ts';

const dots = {
  here: 'done',
  'under-way': 'running',
  collectable: 'failed',
  orphan: 'unknown',
} as const satisfies Record<PaidFinding['what'], DotState>;

/** One result that a provider holds: what it is, whether it is here, until when it is held. */
export function FindingRow({
  finding,
  project,
  onBringIn,
}: {
  readonly finding: PaidFinding;
  /** The title of the project whose job it is of. */
  readonly project: string | null;
  readonly onBringIn: () => void;
}) {
  const words = useWords('paidClips');
  const queue = useWords('queue');
  const formats = useFormats();
  const nameOf = useProviderName();
  const { what, kind, prompt, finishedAtMs, costUsdMicros, heldUntilMs, provider, model } = finding;
  const when = (atMs: number): string => `${formats.date(atMs)}, ${formats.time(atMs)}`;
  const isPast = heldUntilMs !== null && heldUntilMs < Date.now();
  const held =
    heldUntilMs === null
      ? words.noExpiry
      : isPast
        ? words.gone(when(heldUntilMs))
        : words.expiry(when(heldUntilMs));
  return (
    <div className="grid h-15 grid-cols-[24px_minmax(0,5fr)_minmax(0,4fr)_auto_auto] items-center gap-3 border-b border-line px-6">
      <Icon of={kind === null ? SearchCheck : kindIcons[kind]} className="text-faint" />
      <span className="selectable min-w-0">
        <span className="block truncate text-base text-text" title={prompt ?? undefined}>
          {prompt ?? words.noPrompt}
        </span>
        <span className="block truncate text-sm text-muted">
          {[kind === null ? null : queue.kinds[kind], nameOf(provider), model].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="min-w-0" title={words.whatTexts[what]}>
        <StateDot
          withWords
          state={dots[what]}
          label={project === null ? words.whats[what] : `${words.whats[what]} · ${project}`}
        />
        <span className="block truncate text-sm text-muted">{held}</span>
      </span>
      <span className="text-right text-sm whitespace-nowrap tabular-nums">
        <span className="block text-text">
          {costUsdMicros === null ? words.noPrice : formats.exactMoney(costUsdMicros)}
        </span>
        <span className="block text-muted">{finishedAtMs === null ? '' : when(finishedAtMs)}</span>
      </span>
      <span className="w-28 text-right">
        {what === 'orphan' ? (
          <Button size="small" onClick={onBringIn}>
            {words.bringIn}
          </Button>
        ) : null}
      </span>
    </div>
  );
}
