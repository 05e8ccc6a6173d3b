export interface WordRun {
  readonly is: 'same' | 'left' | 'right';
  readonly words: string;
}

/** More words than any text compared has; beyond it the two are said one after the other. */
const mostCells = 4_000_000;

/** Two texts as runs of words that both have, or one alone: the longest common words stay together. */
export function compareWords(left: string, right: string): readonly WordRun[] {
  const a = wordsOf(left);
  const b = wordsOf(right);
  const runs: { is: WordRun['is']; words: string[] }[] = [];
  const put = (is: WordRun['is'], word: string): void => {
    const last = runs.at(-1);
    if (last?.is === is) last.words.push(word);
    else runs.push({ is, words: [word] });
  };
  const lengths = a.length * b.length > mostCells ? null : commonLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (x !== undefined && x === y && lengths !== null) {
      put('same', x);
      i++;
      j++;
    } else if (
      x !== undefined &&
      (y === undefined || lengths === null || at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      put('left', x);
      i++;
    } else if (y !== undefined) {
      put('right', y);
      j++;
    }
  }
  return runs.map(({ is, words }) => ({ is, words: words.join(' ') }));
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** For each pair of places how many words the rests have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = rows[i];
    if (row === undefined) continue;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

const at = (rows: readonly Uint32Array[], i: number, j: number): number => rows[i]?.[j] ?? 0;
