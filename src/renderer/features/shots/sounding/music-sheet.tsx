import { Music } from 'lucide-react';
import type { SceneShots } from '../../../state/shot-index.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useWords } from '../../../words/use-words.ts';
import { MakerField } from './maker-field.tsx';
import { MusicRow } from './music-row.tsx';
import { PriceProblem } from './price-problem.tsx';
import type { SoundPlan } from './use-sound-plan.ts';

const keyOf = ({ scene }: SceneShots): string => `music ${scene.id}`;

/** The music of each scene: what it should sound like, and what it costs. */
export function MusicSheet({
  plan,
  scenes,
}: {
  readonly plan: SoundPlan;
  readonly scenes: readonly SceneShots[];
}) {
  const words = useWords('sound');
  if (scenes.length === 0) {
    return <EmptyState icon={Music} title={words.noScenesTitle} text={words.noScenesText} />;
  }
  const keys = scenes.map(keyOf).filter(plan.canMake);
  const ticked = keys.filter(plan.isTicked).length;
  return (
    <div className="flex h-full min-h-0 flex-col pt-3">
      <PriceProblem price={plan.prices.music} />
      <div className="flex items-end gap-4 border-b border-line pb-2">
        <Checkbox
          label={words.tickAll}
          checked={ticked === 0 ? false : ticked === keys.length ? true : 'mixed'}
          disabled={keys.length === 0}
          onChange={(value) => plan.tick(keys, value)}
          className="mr-auto"
        />
        <div className="w-80 max-w-full">
          <MakerField kind="music" price={plan.prices.music} />
        </div>
      </div>
      <VirtualList
        label={words.music(scenes.length)}
        items={scenes}
        keyOf={keyOf}
        rowHeightPx={112}
        className="flex-1"
        render={(scene) => <MusicRow scene={scene} plan={plan} lineKey={keyOf(scene)} />}
      />
    </div>
  );
}
