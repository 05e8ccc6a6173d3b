import { musicPrompt } from '../../../../domain/scenes/music-prompt.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import type { SceneShots } from '../../../state/shot-index.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { textOrNull } from '../inspector/common-fields.ts';
import { LinePrice } from './line-price.tsx';
import { PlayTake } from './play-take.tsx';
import { ProblemDot } from './problem-dot.tsx';
import { lineDots } from './speech-dots.ts';
import type { SoundPlan } from './use-sound-plan.ts';

/** A scene's music: the person's words, or those composed of what the scene is. */
export function MusicRow({
  scene: { scene, number, shotIds },
  plan,
  lineKey,
}: {
  readonly scene: SceneShots;
  readonly plan: SoundPlan;
  readonly lineKey: string;
}) {
  const words = useWords('sound');
  const formats = useFormats();
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const edit = useEdit();
  const style = useRow('project', projectId)?.style ?? '';
  const take = useRow('take', scene.chosenMusicId);
  const priced = plan.lineOf(lineKey);
  const facts = shotIds.map((id) => shots.facts(id)).filter((one) => one !== null);
  const lengthFlicks = facts.reduce((sum, { shot }) => sum + shot.durationFlicks, 0);
  const hasSpeech = facts.some(({ speech }) => speech.line !== null);
  const composed = musicPrompt({ ...scene, musicPrompt: null }, { style, hasSpeech });
  const what = words.musicOf(number);
  const own = scene.musicPrompt !== null;
  const write = (prompt: string | null) =>
    edit(() => client.scenes.edit({ projectId, sceneId: scene.id, fields: { musicPrompt: prompt } }));
  return (
    <div className="grid h-full grid-cols-[20px_minmax(0,14rem)_28px_minmax(0,1fr)_auto_76px] items-start gap-x-2 border-b border-line py-2 text-sm">
      <Checkbox
        label={words.tick(what)}
        labelHidden
        checked={plan.isTicked(lineKey)}
        disabled={!plan.canMake(lineKey)}
        onChange={(value) => plan.tick([lineKey], value)}
      />
      <span className="min-w-0 pt-1">
        <span className="block truncate text-text">
          <span className="font-mono text-muted">{number}</span> {scene.heading}
        </span>
        <span className="block text-faint tabular-nums">{formats.duration(lengthFlicks)}</span>
      </span>
      {take === null ? <span /> : <PlayTake take={take} what={what} />}
      <TextArea
        label={what}
        labelAt="hidden"
        hint={
          own ? undefined : (
            <>
              {words.composed}{' '}
              <button
                type="button"
                className="text-muted underline hover:text-text"
                onClick={() => write(composed)}
              >
                {words.editComposed}
              </button>
            </>
          )
        }
        value={scene.musicPrompt ?? ''}
        placeholder={composed}
        rows={2}
        maxLength={10_000}
        onCommit={(text) => write(textOrNull(text))}
      />
      <span className="flex h-7 items-center">
        {priced === null ? null : priced.problem === null ? (
          <StateDot state={lineDots[priced.state]} label={words.state[priced.state]} withWords />
        ) : (
          <ProblemDot problem={priced.problem} isEnded={priced.state === 'ended'} />
        )}
      </span>
      <span className="flex h-7 items-center justify-end">
        <LinePrice line={priced} />
      </span>
    </div>
  );
}
