import type { SceneId, ShotId } from '../../../../domain/kernel/ids.ts';
import type { Block } from '../../../../domain/text/block.ts';
import type { SceneShots } from '../../../state/shot-index.ts';

/** A row of the breakdown, in the order of the film. */
export type PanelRow =
  | { readonly is: 'scene'; readonly key: string; readonly scene: SceneShots; readonly open: boolean }
  | { readonly is: 'shot'; readonly key: string; readonly shotId: ShotId; readonly sceneId: SceneId };

export function panelRows(scenes: readonly SceneShots[], collapsed: ReadonlySet<SceneId>): PanelRow[] {
  return scenes.flatMap((scene): PanelRow[] => {
    const open = !collapsed.has(scene.scene.id);
    const head: PanelRow = { is: 'scene', key: scene.scene.id, scene, open };
    if (!open) return [head];
    return [
      head,
      ...scene.shotIds.map(
        (shotId): PanelRow => ({
          is: 'shot',
          key: shotId,
          shotId,
          sceneId: scene.scene.id,
        }),
      ),
    ];
  });
}

/** An entry of the outline: what orders the text, with the depth it stands at. */
export interface OutlineEntry {
  readonly block: Block;
  readonly depth: number;
}

/** Sections, chapters and scene headings with their synopses left out, for jumping about. */
export function outlineOf(blocks: readonly Block[]): OutlineEntry[] {
  let under = 0;
  return blocks.flatMap((block): OutlineEntry[] => {
    if (block.text.trim() === '') return [];
    if (block.kind === 'section' || block.kind === 'chapter') {
      under = block.depth;
      return [{ block, depth: block.depth - 1 }];
    }
    return block.kind === 'heading' ? [{ block, depth: under }] : [];
  });
}

/** The row that a key of the list goes to. */
export function stepInRows(rows: readonly PanelRow[], current: string | null, key: string): number | null {
  const at = rows.findIndex((row) => row.key === current);
  switch (key) {
    case 'ArrowDown':
      return Math.min(rows.length - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(rows.length - 1, at + 10);
    case 'PageUp':
      return Math.max(0, at - 10);
    case 'Home':
      return 0;
    case 'End':
      return rows.length - 1;
    default:
      return null;
  }
}
