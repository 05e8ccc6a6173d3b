/** What gestures draw over the canvas, at once and without React: lines, a marquee, a ghost, a few words at the pointer. */
export interface StageOverlay {
  snapLine(xPx: number | null): void;
  /** A mark between two clips, where something will be put in. */
  caret(at: { readonly xPx: number; readonly topPx: number; readonly heightPx: number } | null): void;
  marquee(box: OverlayBox | null): void;
  ghost(box: (OverlayBox & { readonly label: string; readonly refused: boolean }) | null): void;
  tip(words: string | null, at?: { readonly xPx: number; readonly yPx: number }): void;
  clear(): void;
}

export interface OverlayBox {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The elements that it moves, by `data-part`. */
export const overlayParts = ['snapLine', 'caret', 'marquee', 'ghost', 'tip'] as const;
export type OverlayPart = (typeof overlayParts)[number];

/** Room that a tip needs beside and below the pointer. */
const tipRoomPx = { right: 160, below: 44 };

/** @param size of the stage: near its edges the tip goes to the other side of the pointer */
export function createOverlay(
  place: () => HTMLElement | null,
  size: () => { readonly widthPx: number; readonly heightPx: number },
): StageOverlay {
  const show = (name: OverlayPart, change: ((element: HTMLElement) => void) | null): void => {
    const element = place()?.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? null;
    if (element === null) return;
    element.hidden = change === null;
    change?.(element);
  };
  const overlay: StageOverlay = {
    snapLine: (xPx) => show('snapLine', xPx === null ? null : (line) => move(line, Math.round(xPx), 0)),
    caret: (at) =>
      show(
        'caret',
        at === null
          ? null
          : (mark) => {
              move(mark, Math.round(at.xPx) - 1, at.topPx);
              mark.style.height = `${at.heightPx}px`;
            },
      ),
    marquee: (box) => show('marquee', box === null ? null : (element) => frame(element, box)),
    ghost: (box) =>
      show(
        'ghost',
        box === null
          ? null
          : (element) => {
              frame(element, box);
              element.dataset['refused'] = String(box.refused);
              if (element.textContent !== box.label) element.textContent = box.label;
            },
      ),
    tip: (words, at) =>
      show(
        'tip',
        words === null || at === undefined
          ? null
          : (element) => {
              if (element.textContent !== words) element.textContent = words;
              const { widthPx, heightPx } = size();
              const toLeft = at.xPx + tipRoomPx.right > widthPx;
              const x = `${Math.round(at.xPx) + (toLeft ? -12 : 12)}px`;
              const y = `${Math.round(at.yPx) + (at.yPx + tipRoomPx.below > heightPx ? -32 : 16)}px`;
              element.style.transform = `translate(${toLeft ? `calc(${x} - 100%)` : x}, ${y})`;
            },
      ),
    clear() {
      for (const name of overlayParts) show(name, null);
    },
  };
  return overlay;
}

function move(element: HTMLElement, x: number, y: number): void {
  element.style.transform = `translate(${x}px, ${y}px)`;
}

function frame(element: HTMLElement, box: OverlayBox): void {
  move(element, box.leftPx, box.topPx);
  element.style.width = `${Math.max(1, box.widthPx)}px`;
  element.style.height = `${Math.max(1, box.heightPx)}px`;
}
