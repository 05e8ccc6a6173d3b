import { Checkbox } from '../../../ui/checkbox.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { SoundPlan } from './use-sound-plan.ts';

/** Ticks every line of a sheet that can be made, or none; mixed while only some are. */
export function TickAll({
  plan,
  lineKeys,
  className,
}: {
  readonly plan: SoundPlan;
  readonly lineKeys: readonly string[];
  readonly className?: string;
}) {
  const words = useWords('sound');
  const keys = lineKeys.filter(plan.canMake);
  const ticked = keys.filter(plan.isTicked).length;
  return (
    <Checkbox
      label={words.tickAll}
      checked={ticked === 0 ? false : ticked === keys.length ? true : 'mixed'}
      disabled={keys.length === 0}
      onChange={(value) => plan.tick(keys, value)}
      {...(className === undefined ? {} : { className })}
    />
  );
}
