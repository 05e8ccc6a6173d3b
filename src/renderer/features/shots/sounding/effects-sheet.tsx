import { AudioLines } from 'lucide-react';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useWords } from '../../../words/use-words.ts';
import { SceneEffects } from './scene-effects.tsx';
import { SceneSheet } from './scene-sheet.tsx';
import type { SoundPlan } from './use-sound-plan.ts';

const headPx = 36;
const rowPx = 36;

/** The sounds in each scene: named by hand, or suggested from its words. */
export function EffectsSheet({
  plan,
  scenes,
}: {
  readonly plan: SoundPlan;
  readonly scenes: readonly SceneShots[];
}) {
  const words = useWords('sound');
  const lineKeys = scenes.flatMap(({ scene }) => scene.effects.map(({ id }) => `effect ${scene.id} ${id}`));
  return (
    <SceneSheet
      plan={plan}
      scenes={scenes}
      kind="effect"
      price={plan.prices.effects}
      icon={AudioLines}
      label={words.effects(lineKeys.filter(plan.canMake).length)}
      lineKeys={lineKeys}
      keyOf={({ scene }) => `${scene.id} ${scene.effects.length}`}
      rowHeightPx={({ scene }) => headPx + scene.effects.length * rowPx + rowPx}
      render={(scene) => <SceneEffects scene={scene} plan={plan} />}
    />
  );
}
