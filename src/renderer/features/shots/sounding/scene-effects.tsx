import { Lightbulb, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Scene } from '../../../../domain/scenes/scene.ts';
import { suggestEffects } from '../../../../domain/scenes/suggest-effects.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { EffectRow } from './effect-row.tsx';
import type { SoundPlan } from './use-sound-plan.ts';

/** The effects of a scene: each with its words, its take and its price; more are added, or suggested for nothing. */
export function SceneEffects({
  scene: { scene, number, shotIds },
  plan,
}: {
  readonly scene: SceneShots;
  readonly plan: SoundPlan;
}) {
  const words = useWords('sound');
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const status = useStatusLine();
  const edit = useEdit();
  const [text, setText] = useState('');
  const set = (effects: Scene['effects']) =>
    edit(() => client.scenes.edit({ projectId, sceneId: scene.id, fields: { effects } }));
  const add = async (prompts: readonly string[]): Promise<void> => {
    const named = prompts.map((prompt) => prompt.trim()).filter((prompt) => prompt !== '');
    if (named.length === 0) return;
    const first = Math.max(0, ...scene.effects.map(({ id }) => Number(/^e(\d+)$/.exec(id)?.[1] ?? 0))) + 1;
    const added = named.map((prompt, i) => ({ id: `e${first + i}`, prompt, chosenTakeId: null }));
    if ((await set([...scene.effects, ...added])) !== null) setText('');
  };
  const suggest = (): void => {
    const told = shotIds.flatMap((id) => shots.facts(id)?.shot.description ?? []);
    const found = suggestEffects(
      [scene.heading, ...told],
      scene.effects.map(({ prompt }) => prompt),
    );
    if (found.length > 0) void add(found);
    status.say(words.suggested(found.length));
  };
  return (
    <section className="border-b border-line" aria-label={words.sceneOf(number)}>
      <header className="flex h-9 items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate text-sm text-text">
          <span className="font-mono text-muted">{number}</span> {scene.heading}
        </h3>
        <Button size="small" variant="quiet" icon={Lightbulb} onClick={suggest}>
          {words.suggest}
        </Button>
      </header>
      {scene.effects.map((effect) => (
        <EffectRow
          key={effect.id}
          effect={effect}
          plan={plan}
          lineKey={`effect ${scene.id} ${effect.id}`}
          onWords={(prompt) =>
            set(scene.effects.map((one) => (one.id === effect.id ? { ...one, prompt } : one)))
          }
          remove={
            <IconButton
              icon={X}
              size="small"
              label={`${words.removeEffect}: ${effect.prompt}`}
              onClick={() => void set(scene.effects.filter(({ id }) => id !== effect.id))}
            />
          }
        />
      ))}
      <form
        className="flex h-9 items-center gap-2 pl-7"
        onSubmit={(event) => {
          event.preventDefault();
          void add([text]);
        }}
      >
        <TextField
          label={`${words.addEffect}, ${words.sceneOf(number)}`}
          labelAt="hidden"
          value={text}
          placeholder={words.newEffect}
          maxLength={1_000}
          onChange={setText}
          className="flex-1"
        />
        <Button size="small" type="submit" icon={Plus} disabled={text.trim() === ''}>
          {words.addEffect}
        </Button>
      </form>
    </section>
  );
}
