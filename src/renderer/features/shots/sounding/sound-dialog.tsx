import { useState } from 'react';
import type { SceneId } from '../../../../domain/kernel/ids.ts';
import { useProject } from '../../../state/project-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useWords } from '../../../words/use-words.ts';
import { EffectsSheet } from './effects-sheet.tsx';
import { LinesSheet } from './lines-sheet.tsx';
import { MusicSheet } from './music-sheet.tsx';
import { SoundActions } from './sound-actions.tsx';
import { type SoundSheet, useSoundPlan } from './use-sound-plan.ts';

/** What the film sounds like: lines and voices, music, effects; what each costs, and one button for what is ticked. */
export function SoundDialog({
  opened,
  sceneId,
  onClose,
}: {
  readonly opened: SoundSheet;
  /** Only this scene; null for the whole film. */
  readonly sceneId: SceneId | null;
  readonly onClose: () => void;
}) {
  const words = useWords('sound');
  const { shots } = useProject();
  const [sheet, setSheet] = useState<SoundSheet>(opened);
  const plan = useSoundPlan(opened, sceneId);
  // Counted again with every change of a shot.
  useShotIndex((index) => index.revision());
  const scenes = shots.scenes().filter(({ scene }) => sceneId === null || scene.id === sceneId);
  const spoken = scenes
    .flatMap(({ shotIds }) => shotIds.map((id) => shots.facts(id)))
    .filter((facts) => facts !== null)
    .filter(({ speech }) => speech.line !== null);
  const effects = scenes.reduce((sum, { scene }) => sum + scene.effects.length, 0);
  const of = scenes.length === 1 && sceneId !== null ? `${words.sceneOf(scenes[0]?.number ?? '')} · ` : '';
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={`${of}${words.title}`}
      description={words.explained}
      actions={<SoundActions plan={plan} onClose={onClose} />}
    >
      <Tabs<SoundSheet>
        label={words.title}
        value={sheet}
        onChange={setSheet}
        tabs={[
          {
            value: 'lines',
            label: words.lines(spoken.length),
            content: <LinesSheet plan={plan} spoken={spoken} />,
          },
          {
            value: 'music',
            label: words.music(scenes.length),
            content: <MusicSheet plan={plan} scenes={scenes} />,
          },
          {
            value: 'effects',
            label: words.effects(effects),
            content: <EffectsSheet plan={plan} scenes={scenes} />,
          },
        ]}
        className="h-[min(56vh,560px)]"
      />
    </Dialog>
  );
}
