/** Cuts words to a width, remembering how wide they are: measuring is what text costs. */
export interface WordFitter {
  fit(context: CanvasRenderingContext2D, words: string, widthPx: number): string;
  /** Widths are of one font: forget them when it changes. */
  clear(): void;
}

const mostRemembered = 4_000;

export function createWordFitter(): WordFitter {
  const fitted = new Map<string, string>();
  const measure = (context: CanvasRenderingContext2D, words: string, widthPx: number): string => {
    const width = context.measureText(words).width;
    if (width <= widthPx) return words;
    // By the average letter first, then letter by letter: two or three measurements.
    let letters = Math.floor((words.length * (widthPx - 6)) / width);
    while (letters > 0) {
      const cut = `${words.slice(0, letters).trimEnd()}…`;
      if (context.measureText(cut).width <= widthPx) return cut;
      letters = Math.min(letters - 1, Math.floor(letters * 0.94));
    }
    return '';
  };
  return {
    fit(context, words, widthPx) {
      if (words === '' || widthPx < 8) return '';
      // In steps of a few pixels, so that zooming finds what it had before.
      const room = widthPx > 1_000 ? 1_000 : Math.floor(widthPx / 4) * 4;
      const key = `${room} ${words}`;
      let result = fitted.get(key);
      if (result === undefined) {
        if (fitted.size >= mostRemembered) fitted.clear();
        result = measure(context, words, room);
        fitted.set(key, result);
      }
      return result;
    },
    clear: () => fitted.clear(),
  };
}
