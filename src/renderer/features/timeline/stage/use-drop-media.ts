import { type DragEvent, useMemo } from 'react';
import { snapToFrame } from '../../../../domain/kernel/time.ts';
import { takes } from '../../../../domain/timeline/commands/place-free.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useCut } from '../cut-context.ts';
import { runPlansAt } from '../editing/run-plan.ts';
import { findSnap, snapPx, snapTargets } from '../geometry/snapping.ts';
import { flicksAt, flicksOfPx, pxOf } from '../geometry/time-scale.ts';
import { rowAt, rulerHeightPx } from '../geometry/track-layout.ts';
import type { Desk, Plan } from '../gestures/desk.ts';
import { cutNear } from '../gestures/insertion-mark.ts';
import { mainClipPlan, placedClipPlan, type SourceClip, sourceClip } from './new-clip-plan.ts';

/**
 * A medium dragged from the bin over the stage: shown where it would lie. On the film track it is put in at the nearest
 * cut and the rest makes room, with Shift it covers what is there; on another track it lies where it is dropped.
 */
export function useDropMedia(desk: Desk) {
  const { view: cut, imported } = useCut();
  const { host } = useStudio();
  const isMac = host.platform === 'darwin';
  return useMemo(() => {
    let plan: Plan | null = null;
    const end = (): void => {
      plan = null;
      desk.overlay.clear();
      desk.live.preview(null);
    };
    const planAt = (event: DragEvent<HTMLElement>, clip: SourceClip): Plan | null => {
      const box = event.currentTarget.getBoundingClientRect();
      const { scale, scrollTopPx, widthPx, snapping } = cut.getState();
      const xPx = event.clientX - box.left;
      const index = desk.live.index();
      const row = rowAt(desk.rows(), event.clientY - box.top - rulerHeightPx + scrollTopPx);
      let at = Math.max(0, flicksAt(scale, xPx));
      if (row === null || row.track.id === index.mainTrackId) {
        if (clip.kind === 'audio') return placedClipPlan(desk, clip, null, snapToFrame(at, index.rate));
        if (event.shiftKey || (isMac ? event.metaKey : event.ctrlKey)) {
          return mainClipPlan(desk, clip, 'overwrite', snapToFrame(at, index.rate));
        }
        const near = cutNear(index, at);
        desk.overlay.caret({
          xPx: pxOf(scale, near.atFlicks),
          topPx: rulerHeightPx + (row?.topPx ?? 0) - scrollTopPx,
          heightPx: row?.heightPx ?? 0,
        });
        return mainClipPlan(desk, clip, near.beforeItemId === null ? 'append' : 'insert', near.atFlicks);
      }
      if (!takes(row.track, 'clip')) return null;
      if (snapping) {
        const marks = [desk.view.getState().playheadFlicks];
        const targets = snapTargets(index, scale, widthPx, new Set(), marks);
        const ends = [at, at + clip.shown.durationFlicks];
        const snap = findSnap(ends, targets, flicksOfPx(scale, snapPx));
        if (snap !== null) {
          at += snap.byFlicks;
          desk.overlay.snapLine(pxOf(scale, snap.atFlicks));
        }
      }
      return placedClipPlan(desk, clip, row.track.id, Math.max(0, snapToFrame(at, index.rate)));
    };
    return {
      onDragOver(event: DragEvent<HTMLElement>) {
        const { dragged } = cut.getState();
        const clip = dragged === null ? null : sourceClip(desk.mirror, dragged, imported.getState().assets);
        if (clip === null) return;
        event.preventDefault();
        desk.overlay.clear();
        desk.live.preview(null);
        plan = planAt(event, clip);
        const result = plan === null ? null : desk.live.preview(plan.step);
        event.dataTransfer.dropEffect = result?.ok === true ? 'copy' : 'none';
        if (result !== null && !result.ok) {
          const box = event.currentTarget.getBoundingClientRect();
          desk.overlay.tip(desk.refusalOf(result.fault), {
            xPx: event.clientX - box.left,
            yPx: event.clientY - box.top,
          });
          plan = null;
        }
      },
      onDragLeave: end,
      onDrop(event: DragEvent<HTMLElement>) {
        if (cut.getState().dragged === null) return;
        event.preventDefault();
        const wanted = plan;
        end();
        cut.setState({ dragged: null });
        runPlansAt(desk).runAndSelect(wanted);
      },
    };
  }, [desk, cut, imported, isMac]);
}
