import { Ellipsis } from 'lucide-react';
import { withoutReadingMark } from '../../../../domain/scenes/reading-mark.ts';
import { type Scene, Setting, TimeOfDay } from '../../../../domain/scenes/scene.ts';
import { useCommandEntries } from '../../../actions/use-command-entries.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useSceneShots } from '../../../state/use-shots.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useWords } from '../../../words/use-words.ts';

/** What is known of a scene, set by hand; a later update leaves these fields alone. */
export function SceneFields({ scene }: { readonly scene: Scene }) {
  const words = useWords('text');
  const names = useWords('shots');
  const { client } = useStudio();
  const { projectId } = useProject();
  const number = useSceneShots().find((one) => one.scene.id === scene.id)?.number ?? '';
  const edit = useEdit();
  const entries = useCommandEntries();
  const set = (fields: Parameters<typeof client.scenes.edit>[0]['fields']) =>
    edit(() => client.scenes.edit({ projectId, sceneId: scene.id, fields }));
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return (
    <div id="write-scene-fields" className="flex flex-col gap-2">
      <header className="flex items-center gap-2">
        <h2 className="font-medium">{words.scene.title(number)}</h2>
        <span className="text-sm text-faint">{sceneOrigin(scene, words)}</span>
        <span className="ml-auto">
          <Menu
            align="end"
            trigger={<IconButton icon={Ellipsis} size="small" label={words.scene.menu} />}
            entries={[...entries(['scene.split', 'scene.merge', '-', 'scene.moveUp', 'scene.moveDown'])]}
          />
        </span>
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)_64px] gap-2">
        <TextField
          label={words.scene.heading}
          value={scene.heading}
          onCommit={(heading) => set({ heading })}
        />
        <TextField
          label={words.scene.number}
          value={scene.number ?? ''}
          placeholder={number}
          onCommit={(text) => set({ number: orNull(text) })}
        />
      </div>
      <div className="grid grid-cols-2 gap-2">
        <TextField
          label={words.scene.place}
          value={scene.place ?? ''}
          onCommit={(text) => set({ place: orNull(text) })}
        />
        <TextField
          label={words.scene.mood}
          value={scene.mood ?? ''}
          onCommit={(text) => set({ mood: orNull(text) })}
        />
        <Select
          label={words.scene.setting}
          value={scene.setting}
          options={Setting.options.map((value) => ({ value, label: names.setting[value] }))}
          onChange={(setting) => set({ setting })}
        />
        <Select
          label={words.scene.time}
          value={scene.timeOfDay}
          options={TimeOfDay.options.map((value) => ({ value, label: names.time[value] }))}
          onChange={(timeOfDay) => set({ timeOfDay })}
        />
      </div>
      <TextArea
        label={words.scene.synopsis}
        value={scene.synopsis ?? ''}
        rows={2}
        onCommit={(text) => set({ synopsis: orNull(text) })}
      />
    </div>
  );
}

/** Who a scene is of, where it is not the rules alone. */
function sceneOrigin(
  { editedFields }: Scene,
  words: { readonly shot: { readonly hand: string }; readonly scene: { readonly byModel: string } },
): string {
  const byHand = withoutReadingMark(editedFields);
  const read = byHand.length < editedFields.length;
  return [...(read ? [words.scene.byModel] : []), ...(byHand.length > 0 ? [words.shot.hand] : [])].join(
    ' · ',
  );
}
