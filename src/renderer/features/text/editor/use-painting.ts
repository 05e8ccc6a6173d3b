import { type RefObject, useEffect, useMemo } from 'react';
import type { BlockId } from '../../../../domain/kernel/ids.ts';
import { useProject, useProjectView, useRows } from '../../../state/project-context.ts';
import { useSceneShots } from '../../../state/use-shots.ts';
import { findThreads, threadPicture } from '../coverage/threads.ts';
import { useFound } from '../find/use-found.ts';
import { useScript, useWriteView } from '../page/write-desk.ts';
import { usePendingUpdate } from '../staleness/use-pending-update.ts';
import type { ScriptSurface } from './script-surface.ts';
import { clearPaint, paintWords } from './word-highlights.ts';

/** Draws on the script what is not words: threads of the shots, the selected shot's words, what a search found. */
export function usePainting(surface: RefObject<ScriptSurface | null>): void {
  const { mirror } = useProject();
  const script = useScript();
  const shotRows = useRows('shot');
  const scenes = useSceneShots();
  const selected = useProjectView((view) => view.shotIds);
  const current = useWriteView((view) => view.caret?.blockId ?? null);
  const pending = usePendingUpdate();
  const found = useFound();

  // Coverage is that of the studio's rows: it moves with the words once they are committed.
  const threads = useMemo(() => {
    const byId = new Map(shotRows.map((shot) => [shot.id, shot]));
    const inFilmOrder = scenes.flatMap(({ shotIds }) => shotIds.flatMap((id) => byId.get(id) ?? []));
    return findThreads(inFilmOrder, mirror.rows('block'));
  }, [shotRows, scenes, mirror]);

  useEffect(() => {
    surface.current?.setThreads((id) =>
      threadPicture(threads.get(id as BlockId) ?? [], selected, pending.changedShots),
    );
  }, [surface, threads, selected, pending]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: ranges lie in the script's nodes and are found anew with it.
  useEffect(() => {
    if (surface.current === null) return;
    const words = shotRows.filter(({ id }) => selected.has(id)).flatMap(({ covers }) => covers);
    paintWords(surface.current, 'script-shot', words);
  }, [surface, selected, shotRows, script]);

  useEffect(() => {
    if (surface.current === null) return;
    const now = found.hits[found.at];
    paintWords(surface.current, 'script-found', found.hits);
    paintWords(surface.current, 'script-found-now', now === undefined ? [] : [now]);
  }, [surface, found]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the block may have got an element only with this script.
  useEffect(() => {
    surface.current?.setMark('current', new Set(current === null ? [] : [current]));
  }, [surface, current, script]);

  useEffect(() => clearPaint, []);
}
