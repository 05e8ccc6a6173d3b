/** Cuts words to a width, remembering how wide they are: measuring is what text costs. */
export interface WordFitter {
  fit(context: CanvasRenderingContext2D, words: string, widthPx: number): string;
  /** Widths are of one font: forget them when it changes. */
  clear(): void;
}

const mostRemembered = 4_000;

export function createWordFitter(): WordFitter {
  const widths = new Map<string, number>();
  const widthOf = (context: CanvasRenderingContext2D, words: string): number => {
    let width = widths.get(words);
    if (width === undefined) {
      if (widths.size >= mostRemembered) widths.clear();
      width = context.measureText(words).width;
      widths.set(words, width);
    }
    return width;
  };
  return {
    fit(context, words, widthPx) {
      if (words === '' || widthPx < 8) return '';
      const width = widthOf(context, words);
      if (width <= widthPx) return words;
      // By the average letter: near enough for a label, and the same for the same words and width.
      const letters = Math.floor((words.length * (widthPx - 8)) / width);
      return letters < 1 ? '' : `${words.slice(0, letters).trimEnd()}…`;
    },
    clear: () => widths.clear(),
  };
}
