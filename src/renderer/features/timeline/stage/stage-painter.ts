import type { ProjectViewStore } from '../../../state/project-view.ts';
import type { ShotIndex } from '../../../state/shot-index.ts';
import type { Cut } from '../cut-context.ts';
import { readColours } from '../draw/colours.ts';
import { dipsInView } from '../draw/dips-in-view.ts';
import { drawTimeline } from '../draw/draw-timeline.ts';
import { createWordFitter } from '../draw/fit-words.ts';
import { createVisibleItems } from '../geometry/visible-items.ts';
import type { ClipLabels } from './clip-labels.ts';
import type { StageModel } from './stage-model.ts';

export interface StagePainter {
  invalidate(): void;
  hover(itemId: string | null): void;
  stop(): void;
}

/** Draws the canvas once in a frame, when something that is on it has changed. */
export function startPainter(
  canvas: HTMLCanvasElement,
  { live, view: cut, media }: Cut,
  project: ProjectViewStore,
  shots: ShotIndex,
  model: StageModel,
  labels: ClipLabels,
): StagePainter {
  const context = canvas.getContext('2d', { alpha: false });
  const words = createWordFitter();
  const visible = createVisibleItems();
  let colours = readColours(canvas);
  let hovered: string | null = null;
  let asked = 0;

  const draw = (): void => {
    asked = 0;
    const { widthPx, heightPx, scale, scrollTopPx, transitionId } = cut.getState();
    if (context === null || widthPx === 0 || heightPx === 0) return;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const index = live.index();
    const { itemIds, inFlicks, outFlicks } = project.getState();
    drawTimeline(context, {
      index,
      rows: model.rows(),
      itemsOf: (row) => visible.of(index, live.revision(), row.track, scale, widthPx),
      dipsOf: dipsInView(index, scale, widthPx),
      scale,
      scrollTopPx,
      widthPx,
      heightPx,
      selected: itemIds,
      transitionId,
      hovered: hovered as never,
      inFlicks,
      outFlicks,
      endFlicks: model.durationFlicks(),
      colours,
      media,
      words,
      labelOf: labels.of,
      fonts: {
        label: "12px 'Inter Variable', sans-serif",
        mono: "11px 'JetBrains Mono Variable', monospace",
      },
    });
    // For tests and benches: there is something to see.
    canvas.dataset['drawn'] ??= 'true';
  };
  const invalidate = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };

  const stops = [
    live.subscribe(invalidate),
    // Not while a drag is only shown: the scale would move away under the pointer.
    live.settled.subscribe(model.fitIfWanted),
    cut.subscribe((now, before) => {
      if (now.scale !== before.scale) media.hold();
      invalidate();
    }),
    project.subscribe((now, before) => {
      const same =
        now.itemIds === before.itemIds &&
        now.inFlicks === before.inFlicks &&
        now.outFlicks === before.outFlicks;
      if (!same) invalidate();
    }),
    media.onArrival(invalidate),
    shots.subscribe(() => {
      labels.forget();
      invalidate();
    }),
    onThemeChange(() => {
      colours = readColours(canvas);
      invalidate();
    }),
  ];
  // The first picture may come before the fonts.
  void document.fonts.ready.then(() => {
    words.clear();
    invalidate();
  });
  model.fitIfWanted();
  invalidate();
  return {
    invalidate,
    hover(itemId) {
      if (itemId === hovered) return;
      hovered = itemId;
      invalidate();
    },
    stop() {
      cancelAnimationFrame(asked);
      for (const stop of stops) stop();
    },
  };
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  return () => observer.disconnect();
}
