import { useMemo } from 'react';
import type { TakeId } from '../../../../domain/kernel/ids.ts';
import type { SoundOf } from '../../../../domain/timeline/records.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow, useRows } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useSceneShots } from '../../../state/use-shots.ts';
import { useWords } from '../../../words/use-words.ts';
import { Heading } from './heading.tsx';
import { Section } from './section.tsx';
import { SoundTakes } from './sound-takes.tsx';

/** The music of a scene, or one of its effects: what it is to sound like, and which of its takes is heard. */
export function SceneSoundSection({ sound }: { readonly sound: Exclude<SoundOf, { what: 'speech' }> }) {
  const words = useWords('placedSound');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const { sceneId } = sound;
  const scene = useRow('scene', sceneId);
  const number = useSceneShots().find((one) => one.scene.id === sceneId)?.number ?? '';
  const rows = useRows('take');
  const takes = useMemo(
    () =>
      rows
        .filter((take) => take.sceneId === sceneId && take.kind === sound.what && take.discardedAtMs === null)
        .sort((a, b) => b.createdAtMs - a.createdAtMs),
    [rows, sceneId, sound.what],
  );
  if (scene === null) return null;
  const effectId = sound.what === 'effect' ? sound.effectId : null;
  const effect = scene.effects.find(({ id }) => id === effectId);
  const prompt = effectId === null ? scene.musicPrompt : (effect?.prompt ?? null);
  const chosenId = effectId === null ? scene.chosenMusicId : (effect?.chosenTakeId ?? null);
  const choose = (takeId: TakeId | null): void =>
    void edit(() => client.scenes.chooseSound({ projectId, sceneId, effectId, takeId }));
  return (
    <>
      <Heading
        title={effectId === null ? words.musicOf(number) : words.effectOf(number)}
        more={prompt ?? scene.heading}
      />
      <Section title={effectId === null ? words.role.music : words.role.effects}>
        <SoundTakes takes={takes} chosenId={chosenId} onChoose={choose} />
      </Section>
    </>
  );
}
