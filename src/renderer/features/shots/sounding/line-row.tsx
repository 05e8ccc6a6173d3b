import type { ShotFacts } from '../../../state/shot-facts.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { LinePrice } from './line-price.tsx';
import { PlayTake } from './play-take.tsx';
import { speechDots } from './speech-dots.ts';
import type { SoundPlan } from './use-sound-plan.ts';

/** A line that is or could be spoken. */
export function LineRow({
  facts: { number, speech },
  plan,
  lineKey,
}: {
  readonly facts: ShotFacts;
  readonly plan: SoundPlan;
  readonly lineKey: string;
}) {
  const words = useWords('sound');
  const interpret = useInterpret();
  const { line, chosen, state, job } = speech;
  const priced = plan.lineOf(lineKey);
  const what = words.lineOf(number);
  const problem = priced?.problem ?? (state === 'failed' ? (job?.faultMessage ?? null) : null);
  if (line === null) return null;
  return (
    <div className="grid h-full grid-cols-[20px_44px_28px_minmax(0,1fr)_auto_76px] items-center gap-x-2 border-b border-line text-sm">
      <Checkbox
        label={words.tick(what)}
        labelHidden
        checked={plan.isTicked(lineKey)}
        disabled={!plan.canMake(lineKey)}
        onChange={(value) => plan.tick([lineKey], value)}
      />
      <span className="truncate font-mono text-text">{number}</span>
      {chosen === null ? <span /> : <PlayTake take={chosen} what={what} />}
      <span className="min-w-0">
        <span className="block truncate text-text" title={line.text}>
          {line.text}
        </span>
        <span className="block truncate text-faint" title={problem === null ? undefined : interpret(problem)}>
          {problem === null
            ? [line.speaker, line.delivery].filter((part) => part !== null).join(' · ')
            : interpret(problem)}
        </span>
      </span>
      <StateDot state={speechDots[state]} label={words.state[state]} withWords />
      <LinePrice line={priced} />
    </div>
  );
}
