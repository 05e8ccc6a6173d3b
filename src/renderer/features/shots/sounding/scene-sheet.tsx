import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SceneShots } from '../../../state/shot-index.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useWords } from '../../../words/use-words.ts';
import { MakerField } from './maker-field.tsx';
import { PriceProblem } from './price-problem.tsx';
import { TickAll } from './tick-all.tsx';
import type { SoundPlan } from './use-sound-plan.ts';

/** What is made scene by scene: who makes it, which lines are ticked, and a row for each scene. */
export function SceneSheet({
  plan,
  scenes,
  kind,
  price,
  icon,
  label,
  lineKeys,
  keyOf,
  rowHeightPx,
  render,
}: {
  readonly plan: SoundPlan;
  readonly scenes: readonly SceneShots[];
  readonly kind: 'music' | 'effect';
  readonly price: SoundPlan['prices']['music'];
  readonly icon: LucideIcon;
  readonly label: string;
  readonly lineKeys: readonly string[];
  readonly keyOf: (scene: SceneShots) => string;
  readonly rowHeightPx: number | ((scene: SceneShots) => number);
  readonly render: (scene: SceneShots) => ReactNode;
}) {
  const words = useWords('sound');
  if (scenes.length === 0) {
    return <EmptyState icon={icon} title={words.noScenesTitle} text={words.noScenesText} />;
  }
  return (
    <div className="flex h-full min-h-0 flex-col pt-3">
      <PriceProblem price={price} />
      <div className="flex items-end gap-4 border-b border-line pb-2">
        <TickAll plan={plan} lineKeys={lineKeys} className="mr-auto" />
        <div className="w-80 max-w-full">
          <MakerField kind={kind} price={price} />
        </div>
      </div>
      <VirtualList
        label={label}
        items={scenes}
        keyOf={keyOf}
        rowHeightPx={rowHeightPx}
        className="flex-1"
        render={render}
      />
    </div>
  );
}
