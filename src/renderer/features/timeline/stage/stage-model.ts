import { timelineDurationFlicks, tracksInOrder } from '../../../../domain/timeline/queries.ts';
import type { CutViewStore } from '../cut-view.ts';
import { fitScale, scrolledBy } from '../geometry/time-scale.ts';
import { layOutTracks, rulerHeightPx, stackHeightPx, type TrackRow } from '../geometry/track-layout.ts';
import type { LiveTimeline } from '../live/live-timeline.ts';

/** What several parts of the stage derive from the timeline and the view, worked out once for each state. */
export interface StageModel {
  rows(): readonly TrackRow[];
  durationFlicks(): number;
  /** How far the tracks can be scrolled. */
  mostScrollTopPx(): number;
  /** Shows all of the film, where a person has not chosen another view. */
  fitIfWanted(): void;
  /** Scrolls back where nothing is left to be seen: the film is shorter than it was, or the window larger. */
  keepInView(): void;
}

export function createStageModel(live: LiveTimeline, cut: CutViewStore): StageModel {
  let rowsFor: {
    readonly revision: number;
    readonly heights: object;
    readonly roomPx: number;
    readonly rows: TrackRow[];
  } | null = null;
  let lengthFor: { readonly revision: number; readonly flicks: number } | null = null;

  let emptyFor: { readonly revision: number; readonly ids: ReadonlySet<string> } | null = null;
  /** Tracks with nothing on them. Not by what a drag tries out: a row must not grow under the pointer. */
  const emptyTracks = (): ReadonlySet<string> => {
    const revision = live.settled.revision();
    if (emptyFor?.revision !== revision) {
      const { tracks, byTrack } = live.index();
      emptyFor = { revision, ids: new Set([...tracks.keys()].filter((id) => !byTrack.has(id))) };
    }
    return emptyFor.ids;
  };

  const model: StageModel = {
    rows() {
      const revision = live.revision();
      const { trackHeights: heights, heightPx } = cut.getState();
      const roomPx = heightPx - rulerHeightPx;
      if (
        rowsFor === null ||
        rowsFor.revision !== revision ||
        rowsFor.heights !== heights ||
        rowsFor.roomPx !== roomPx
      ) {
        rowsFor = {
          revision,
          heights,
          roomPx,
          rows: layOutTracks(tracksInOrder(live.index()), heights, roomPx, ({ id }) => emptyTracks().has(id)),
        };
      }
      return rowsFor.rows;
    },
    durationFlicks() {
      const revision = live.revision();
      if (lengthFor?.revision !== revision) {
        lengthFor = { revision, flicks: timelineDurationFlicks(live.index()) };
      }
      return lengthFor.flicks;
    },
    mostScrollTopPx() {
      return Math.max(0, stackHeightPx(model.rows()) - (cut.getState().heightPx - rulerHeightPx));
    },
    fitIfWanted() {
      const { fits, widthPx, scale } = cut.getState();
      if (!fits || widthPx === 0) return;
      const fitted = fitScale(model.durationFlicks(), widthPx);
      if (fitted.pxPerSecond !== scale.pxPerSecond || fitted.leftFlicks !== scale.leftFlicks) {
        cut.setState({ scale: fitted });
      }
    },
    keepInView() {
      const { scale, widthPx, scrollTopPx } = cut.getState();
      const kept = scrolledBy(scale, 0, model.durationFlicks(), widthPx);
      const topPx = Math.min(scrollTopPx, model.mostScrollTopPx());
      if (kept.leftFlicks === scale.leftFlicks && topPx === scrollTopPx) return;
      cut.setState({ scale: kept, scrollTopPx: topPx });
    },
  };
  return model;
}
