import type { SceneId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import type { MenuEntry } from '../../../ui/menu.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';

/** What can be done with a scene from its heading on the board. */
export function useSceneMenu(sceneId: SceneId): readonly MenuEntry[] {
  const words = useWords('shots');
  const commands = useWords('commands');
  const sound = useWords('sound');
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const board = useBoardStore();
  const edit = useEdit();
  const ids = shots.scenes().map(({ scene }) => scene.id);
  const at = ids.indexOf(sceneId);
  const next = ids[at + 1];
  const move = (afterSceneId: SceneId | null): void =>
    void edit(() => client.scenes.move({ projectId, sceneId, afterSceneId }));
  return [
    {
      kind: 'item',
      label: commands['scene.moveUp'],
      disabled: at <= 0,
      onSelect: () => move(ids[at - 2] ?? null),
    },
    {
      kind: 'item',
      label: commands['scene.moveDown'],
      disabled: next === undefined,
      onSelect: () => next !== undefined && move(next),
    },
    {
      kind: 'item',
      label: commands['scene.merge'],
      disabled: next === undefined,
      onSelect: () =>
        next !== undefined &&
        void edit(() => client.scenes.merge({ projectId, firstSceneId: sceneId, secondSceneId: next })),
    },
    { kind: 'separator' },
    {
      kind: 'item',
      label: sound.sceneSound,
      onSelect: () => board.setState({ dialog: { is: 'sound', opened: 'music', sceneId } }),
    },
    { kind: 'separator' },
    { kind: 'item', label: words.collapseAll, onSelect: () => board.setState({ collapsed: new Set(ids) }) },
    { kind: 'item', label: words.expandAll, onSelect: () => board.setState({ collapsed: new Set() }) },
  ];
}
