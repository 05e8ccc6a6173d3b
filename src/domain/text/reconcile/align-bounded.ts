interface Range {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Edits looked ahead before the best path so far is taken as it is. */
const maxEdits = 96;

/**
 * Aligns a range with the greedy algorithm of Myers ("An O(ND) Difference Algorithm and Its Variations", 1986), but in
 * strides: after {@link maxEdits} edits the path that came furthest is kept and the search begins anew from its end.
 * So the cost is at most `maxEdits` times the length, and close texts still get their shortest edit.
 */
export function alignBounded(before: Int32Array, after: Int32Array, range: Range, matches: Int32Array): void {
  let x = range.oldFrom;
  let y = range.newFrom;
  while (x < range.oldTo && y < range.newTo) {
    const reached = stride(before, after, x, y, range.oldTo, range.newTo, matches);
    x = reached.x;
    y = reached.y;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point on diagonal `k = x − y`, reached with `edits` edits; counted from the start of the stride. */
interface Reached extends Point {
  readonly k: number;
  readonly edits: number;
}

const unreached = -(2 ** 30);
const centre = maxEdits + 1;

function stride(
  before: Int32Array,
  after: Int32Array,
  x0: number,
  y0: number,
  xTo: number,
  yTo: number,
  matches: Int32Array,
): Point {
  const width = xTo - x0;
  const height = yTo - y0;
  const furthest = new Int32Array(2 * maxEdits + 3).fill(unreached);
  furthest[centre + 1] = 0;
  const history: Int32Array[] = [];
  let best: Reached = { k: 0, x: 0, y: 0, edits: 0 };
  for (let edits = 0; edits <= maxEdits; edits++) {
    history.push(furthest.slice());
    for (let k = -edits; k <= edits; k += 2) {
      let x = arrive(furthest, k, edits).x;
      let y = x - k;
      while (x < width && y < height && before[x0 + x] === after[y0 + y]) {
        x++;
        y++;
      }
      furthest[centre + k] = x;
      // Paths that leave the range never come back into it, so that they may run on and only must not be chosen.
      if (x <= width && y <= height && x + y > best.x + best.y) best = { k, x, y, edits };
    }
    if (best.x === width && best.y === height) break;
  }
  for (const { x, y } of matchesOf(best, history)) matches[y0 + y] = x0 + x;
  return { x: x0 + best.x, y: y0 + best.y };
}

/** Where diagonal `k` is entered: down from the diagonal above it or right from the one below, whichever is further. */
function arrive(furthest: Int32Array, k: number, edits: number): { x: number; from: number } {
  const down = furthest[centre + k + 1] ?? unreached;
  const right = furthest[centre + k - 1] ?? unreached;
  const goDown = k === -edits || (k !== edits && right < down);
  return goDown ? { x: down, from: k + 1 } : { x: right + 1, from: k - 1 };
}

/** The matches on the path to `end`, last first. */
function* matchesOf(end: Reached, history: readonly Int32Array[]): Generator<Point> {
  let { k, x } = end;
  for (let edits = end.edits; edits >= 0; edits--) {
    const row = history[edits];
    if (row === undefined) return;
    const entry = arrive(row, k, edits);
    while (x > entry.x) {
      x--;
      yield { x, y: x - k };
    }
    if (edits === 0) return;
    k = entry.from;
    x = row[centre + k] ?? 0;
  }
}
