import { Ellipsis, Search } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { BlockKind } from '../../../../domain/text/block.ts';
import { useCommandButton } from '../../../actions/use-command-button.ts';
import { useCommandEntries } from '../../../actions/use-command-entries.ts';
import { useProjectView, useRow } from '../../../state/project-context.ts';
import { useSceneShots } from '../../../state/use-shots.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import { Toolbar, ToolbarSpace } from '../../../ui/toolbar.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useSelection } from '../breakdown/use-selection.ts';
import { kindsOf } from '../model/kind-habits.ts';
import { useDesk, useScriptPart, useWriteView } from './write-desk.ts';

/** Over the script: what the paragraph is, where to go, what to look for. */
export function WriteToolbar() {
  const words = useWords('text');
  const desk = useDesk();
  const blockId = useWriteView((view) => view.caret?.blockId ?? null);
  const kind = useScriptPart((blocks) => blocks.find(({ id }) => id === blockId)?.kind ?? null);
  const find = useCommandButton('text.find');
  const entries = useCommandEntries();
  const kinds = useMemo(() => {
    const list: readonly BlockKind[] = kindsOf[desk.form];
    const all = kind === null || list.includes(kind) ? list : [kind, ...list];
    return all.map((value) => ({ value, label: words.kinds[value] }));
  }, [desk, kind, words]);
  return (
    <Toolbar label={words.tools}>
      <Select
        label={words.kind}
        labelAt="hidden"
        className="w-40"
        value={kind}
        placeholder={words.kind}
        disabled={kind === null}
        options={kinds}
        onChange={(next) => {
          const { caret } = desk.view.getState();
          if (caret === null) return;
          desk.edits.run({ edit: 'setKind', blockId: caret.blockId, kind: next });
          requestAnimationFrame(() => desk.editor.current?.reveal(caret.blockId, caret.offset));
        }}
      />
      <SceneNavigator />
      <ToolbarSpace />
      <IconButton icon={Search} {...find} />
      <Menu
        align="end"
        trigger={<IconButton icon={Ellipsis} label={words.more} />}
        entries={[
          ...entries([
            'text.breakDown',
            'text.readWithModel',
            '-',
            'text.copyAll',
            'text.replaceAll',
            '-',
            'text.nextKind',
            'text.deleteBlock',
            '-',
            'scene.edit',
            'scene.split',
            'scene.merge',
            'scene.moveUp',
            'scene.moveDown',
          ]),
        ]}
      />
    </Toolbar>
  );
}

/** Where in the story the person is, and the way to any other scene. */
const SceneNavigator = memo(function SceneNavigator() {
  const words = useWords('text');
  const scenes = useSceneShots();
  const sceneId = useProjectView((view) => view.sceneId);
  const scene = useRow('scene', sceneId);
  const select = useSelection();
  return (
    <Select
      label={words.goTo}
      labelAt="hidden"
      className="w-64 max-w-full min-w-0 shrink"
      value={scene?.id ?? null}
      placeholder={words.goTo}
      disabled={scenes.length === 0}
      options={scenes.map(({ scene: { id, heading }, number }) => ({
        value: id,
        label: `${number}  ${heading}`,
      }))}
      onChange={(id) => {
        const found = scenes.find((one) => one.scene.id === id);
        if (found !== undefined) select.scene(found.scene);
      }}
    />
  );
});
