import type { PriceElsewhere } from '../../../../contract/jobs.ts';
import { useProject } from '../../../state/project-context.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';

/** So many shots are named; of more, how many there are. */
const namedAtMost = 12;

/** What another device has under way, which is left out, and the way to have it made here as well at its price. */
export function MadeElsewhere({
  lines,
  payAgain,
  onPayAgain,
}: {
  readonly lines: readonly PriceElsewhere[];
  readonly payAgain: boolean;
  readonly onPayAgain: (payAgain: boolean) => void;
}) {
  const words = useWords('generating').elsewhere;
  const formats = useFormats();
  const { shots } = useProject();
  const shotIds = [...new Set(lines.map(({ shotId }) => shotId))];
  const names = shotIds.slice(0, namedAtMost).map((id) => shots.facts(id)?.number ?? '');
  const since = Math.min(...lines.map(({ askedAtMs }) => askedAtMs));
  const price = lines.reduce((sum, { costUsdMicros }) => sum + (costUsdMicros ?? 0), 0);
  return (
    <div className="mb-3 flex flex-col gap-2 rounded-inner bg-raised p-2 text-sm">
      <p className="selectable break-words text-text">
        {words.leftOut(formats.list(names), Math.max(0, shotIds.length - namedAtMost), formats.time(since))}
      </p>
      <Checkbox checked={payAgain} onChange={onPayAgain} label={words.payAgain(formats.money(price))} />
    </div>
  );
}
