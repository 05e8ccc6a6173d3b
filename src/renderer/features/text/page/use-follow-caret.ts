import { useEffect } from 'react';
import { useProject } from '../../../state/project-context.ts';
import { shotAt } from '../coverage/threads.ts';
import { useDesk } from './write-desk.ts';

/** The selection of the project follows the caret: its block, the scene of that, and the shot that films the words. */
export function useFollowCaret(): void {
  const { view, mirror } = useProject();
  const { view: own, editor } = useDesk();
  useEffect(() => {
    const follow = (): void => {
      const { caret } = own.getState();
      if (caret === null) return;
      const shotId = shotAt(mirror.rows('shot'), caret.blockId, caret.offset);
      const shot = shotId === null ? null : mirror.row('shot', shotId);
      const scene = mirror.rows('scene').find(({ blockIds }) => blockIds.includes(caret.blockId));
      const before = view.getState();
      const same =
        shotId === null ? before.shotIds.size === 0 : before.shotIds.size === 1 && before.shotIds.has(shotId);
      const sceneId = shot?.sceneId ?? scene?.id ?? before.sceneId;
      if (same && before.blockId === caret.blockId && before.sceneId === sceneId) return;
      view.setState({
        blockId: caret.blockId,
        sceneId,
        ...(same ? {} : { shotIds: new Set(shotId === null ? [] : [shotId]) }),
      });
    };
    let last = own.getState().caret;
    return own.subscribe(({ caret }) => {
      if (caret === last) return;
      last = caret;
      follow();
    });
  }, [view, own, mirror]);

  // What was selected on another page is in sight when this one is shown.
  useEffect(() => {
    const [first] = view.getState().shotIds;
    const blockId = first === undefined ? null : (mirror.row('shot', first)?.covers[0]?.blockId ?? null);
    if (blockId !== null) requestAnimationFrame(() => editor.current?.reveal(blockId));
  }, [view, mirror, editor]);
}
