import { Music } from 'lucide-react';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useWords } from '../../../words/use-words.ts';
import { MusicRow } from './music-row.tsx';
import { SceneSheet } from './scene-sheet.tsx';
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
  return (
    <SceneSheet
      plan={plan}
      scenes={scenes}
      kind="music"
      price={plan.prices.music}
      icon={Music}
      label={words.music(scenes.length)}
      lineKeys={scenes.map(keyOf)}
      keyOf={keyOf}
      rowHeightPx={112}
      render={(scene) => <MusicRow scene={scene} plan={plan} lineKey={keyOf(scene)} />}
    />
  );
}
