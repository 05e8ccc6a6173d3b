/**
 * Finds what was cut and put elsewhere: for values left unmatched, those that occur once on both sides are the same
 * block, and so are their unmatched neighbours as far as they are equal (a whole scene moves with its "(beat)"s).
 * Writes into `matches`; linear.
 */
export function findMoved(
  before: Int32Array,
  after: Int32Array,
  keyCount: number,
  matches: Int32Array,
  oldTaken: Uint8Array,
): void {
  const oldPlace = placesOfSingles(before, keyCount, (i) => oldTaken[i] === 0);
  const newPlace = placesOfSingles(after, keyCount, (j) => matches[j] === -1);
  for (let key = 0; key < keyCount; key++) {
    const i = oldPlace[key] ?? 0;
    const j = newPlace[key] ?? 0;
    if (i <= 0 || j <= 0) continue;
    for (let step = 0; joins(i - 1 + step, j - 1 + step, step === 0); step++)
      take(i - 1 + step, j - 1 + step);
    for (let step = 1; joins(i - 1 - step, j - 1 - step, false); step++) take(i - 1 - step, j - 1 - step);
  }

  function joins(i: number, j: number, isAnchor: boolean): boolean {
    if (i < 0 || j < 0 || i >= before.length || j >= after.length) return false;
    if (oldTaken[i] !== 0 || matches[j] !== -1) return false;
    return isAnchor || before[i] === after[j];
  }

  function take(i: number, j: number): void {
    oldTaken[i] = 1;
    matches[j] = i;
  }
}

/** For each key the position + 1 where it stands if it stands at one free place only; 0 for none, −1 for several. */
function placesOfSingles(keys: Int32Array, keyCount: number, isFree: (at: number) => boolean): Int32Array {
  const places = new Int32Array(keyCount);
  for (let at = 0; at < keys.length; at++) {
    if (!isFree(at)) continue;
    const key = keys[at] ?? 0;
    places[key] = places[key] === 0 ? at + 1 : -1;
  }
  return places;
}
