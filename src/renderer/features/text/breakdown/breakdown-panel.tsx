import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useProject, useProjectView } from '../../../state/project-context.ts';
import { useSceneShots } from '../../../state/use-shots.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Toolbar, ToolbarSpace } from '../../../ui/toolbar.tsx';
import { VirtualList, type VirtualListHandle } from '../../../ui/virtual-list.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useDesk, useWriteView } from '../page/write-desk.ts';
import { EmptyBreakdown } from './empty-breakdown.tsx';
import { Outline } from './outline.tsx';
import { panelRows, stepInRows } from './panel-rows.ts';
import { QuickInspector } from './quick-inspector.tsx';
import { SceneRow, sceneRowPx } from './scene-row.tsx';
import { ShotRow, shotRowPx } from './shot-row.tsx';
import { useSelection } from './use-selection.ts';

/** Scenes with their shots beside the script, and what is selected below them. */
export function BreakdownPanel() {
  const words = useWords('text');
  const desk = useDesk();
  const { view } = useProject();
  const scenes = useSceneShots();
  const panel = useWriteView((state) => state.panel);
  const collapsed = useWriteView((state) => state.collapsed);
  const rows = useMemo(() => panelRows(scenes, collapsed), [scenes, collapsed]);
  const select = useSelection();
  const list = useRef<VirtualListHandle>(null);
  const activeKey = useProjectView((state) => [...state.shotIds][0] ?? state.sceneId);

  // What is selected in the script is brought into sight here.
  useEffect(() => {
    const at = rows.findIndex(({ key }) => key === activeKey);
    if (at !== -1) list.current?.scrollToIndex(at);
  }, [activeKey, rows]);

  const toggle = (sceneId: (typeof scenes)[number]['scene']['id'], open: boolean): void =>
    desk.view.setState((state) => {
      const next = new Set(state.collapsed);
      if (open) next.delete(sceneId);
      else next.add(sceneId);
      return { collapsed: next };
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows.find(({ key }) => key === activeKey);
    const to = stepInRows(rows, activeKey, event.key);
    const target = to === null ? undefined : rows[to];
    if (target !== undefined) {
      if (target.is === 'shot') select.shot(target.shotId, target.sceneId, event.shiftKey);
      else select.scene(target.scene.scene);
    } else if (event.key === 'ArrowRight' && row?.is === 'scene') toggle(row.scene.scene.id, true);
    else if (event.key === 'ArrowLeft' && row?.is === 'scene') toggle(row.scene.scene.id, false);
    else if (event.key === 'ArrowLeft' && row?.is === 'shot') {
      const scene = scenes.find(({ scene }) => scene.id === row.sceneId);
      if (scene !== undefined) select.scene(scene.scene);
    } else if (event.key === 'Enter') desk.editor.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const allClosed = scenes.length > 0 && collapsed.size >= scenes.length;

  return (
    <div className="flex min-h-0 flex-1 flex-col bg-panel">
      <Toolbar label={words.panel.title}>
        <Segmented
          label={words.panel.title}
          value={panel}
          options={[
            { value: 'shots', label: words.panel.shots },
            { value: 'outline', label: words.panel.outline },
          ]}
          onChange={(value) => desk.view.setState({ panel: value })}
        />
        <ToolbarSpace />
        {panel === 'shots' && scenes.length > 0 ? (
          <IconButton
            icon={allClosed ? ChevronsUpDown : ChevronsDownUp}
            label={allClosed ? words.panel.expandAll : words.panel.collapseAll}
            onClick={() =>
              desk.view.setState({
                collapsed: allClosed ? new Set() : new Set(scenes.map(({ scene }) => scene.id)),
              })
            }
          />
        ) : null}
      </Toolbar>
      {panel === 'outline' ? (
        <Outline />
      ) : scenes.length === 0 ? (
        <EmptyBreakdown />
      ) : (
        <VirtualList
          id="write-breakdown"
          label={words.panel.label}
          role="listbox"
          keys={{
            activeId: activeKey === null ? undefined : `row-${activeKey}`,
            onKeyDown,
            onFocus: () => {
              const first = scenes[0];
              if (view.getState().sceneId === null && first !== undefined) select.scene(first.scene);
            },
          }}
          items={rows}
          keyOf={(row) => row.key}
          rowHeightPx={(row) => (row.is === 'scene' ? sceneRowPx : shotRowPx)}
          handle={list}
          className="flex-1"
          render={(row) =>
            row.is === 'scene' ? (
              <SceneRow
                id={`row-${row.key}`}
                scene={row.scene}
                open={row.open}
                onSelect={() => select.scene(row.scene.scene)}
                onToggle={() => toggle(row.scene.scene.id, !row.open)}
              />
            ) : (
              <ShotRow
                id={`row-${row.key}`}
                shotId={row.shotId}
                onSelect={(add) => select.shot(row.shotId, row.sceneId, add)}
              />
            )
          }
        />
      )}
      {panel === 'shots' && scenes.length > 0 ? <QuickInspector /> : null}
    </div>
  );
}
