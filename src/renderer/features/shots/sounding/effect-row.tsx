import type { ReactNode } from 'react';
import type { Scene } from '../../../../domain/scenes/scene.ts';
import { useRow } from '../../../state/project-context.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { LinePrice } from './line-price.tsx';
import { PlayTake } from './play-take.tsx';
import { ProblemDot } from './problem-dot.tsx';
import { lineDots } from './speech-dots.ts';
import type { SoundPlan } from './use-sound-plan.ts';

/** A sound of a scene. */
export function EffectRow({
  effect,
  plan,
  lineKey,
  onWords,
  remove,
}: {
  readonly effect: Scene['effects'][number];
  readonly plan: SoundPlan;
  readonly lineKey: string;
  readonly onWords: (prompt: string) => unknown;
  readonly remove: ReactNode;
}) {
  const words = useWords('sound');
  const take = useRow('take', effect.chosenTakeId);
  const priced = plan.lineOf(lineKey);
  const what = words.effectOf(effect.prompt);
  return (
    <div className="grid h-9 grid-cols-[20px_28px_minmax(0,1fr)_auto_76px_24px] items-center gap-x-2 text-sm">
      <Checkbox
        label={words.tick(what)}
        labelHidden
        checked={plan.isTicked(lineKey)}
        disabled={!plan.canMake(lineKey)}
        onChange={(value) => plan.tick([lineKey], value)}
      />
      {take === null ? <span /> : <PlayTake take={take} what={what} />}
      <TextField
        label={words.effect}
        labelAt="hidden"
        value={effect.prompt}
        maxLength={1_000}
        onCommit={(text) => (text.trim() === '' ? false : onWords(text.trim()))}
      />
      {priced === null ? (
        <span />
      ) : priced.problem === null ? (
        <StateDot state={lineDots[priced.state]} label={words.state[priced.state]} withWords />
      ) : (
        <ProblemDot problem={priced.problem} isEnded={priced.state === 'ended'} />
      )}
      <LinePrice line={priced} />
      {remove}
    </div>
  );
}
