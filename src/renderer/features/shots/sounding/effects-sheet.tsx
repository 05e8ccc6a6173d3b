import { AudioLines } from 'lucide-react';
import type { SceneShots } from '../../../state/shot-index.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useWords } from '../../../words/use-words.ts';
import { MakerField } from './maker-field.tsx';
import { PriceProblem } from './price-problem.tsx';
import { SceneEffects } from './scene-effects.tsx';
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
  if (scenes.length === 0) {
    return <EmptyState icon={AudioLines} title={words.noScenesTitle} text={words.noScenesText} />;
  }
  const keys = scenes
    .flatMap(({ scene }) => scene.effects.map(({ id }) => `effect ${scene.id} ${id}`))
    .filter(plan.canMake);
  const ticked = keys.filter(plan.isTicked).length;
  return (
    <div className="flex h-full min-h-0 flex-col pt-3">
      <PriceProblem price={plan.prices.effects} />
      <div className="flex items-end gap-4 border-b border-line pb-2">
        <Checkbox
          label={words.tickAll}
          checked={ticked === 0 ? false : ticked === keys.length ? true : 'mixed'}
          disabled={keys.length === 0}
          onChange={(value) => plan.tick(keys, value)}
          className="mr-auto"
        />
        <div className="w-80 max-w-full">
          <MakerField kind="effect" price={plan.prices.effects} />
        </div>
      </div>
      <VirtualList
        label={words.effects(keys.length)}
        items={scenes}
        keyOf={({ scene }) => `${scene.id} ${scene.effects.length}`}
        rowHeightPx={({ scene }) => headPx + scene.effects.length * rowPx + rowPx}
        className="flex-1"
        render={(scene) => <SceneEffects scene={scene} plan={plan} />}
      />
    </div>
  );
}
