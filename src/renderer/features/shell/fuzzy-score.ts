/** Where a match begins is worth so much; letters in a row a little less; letters far apart nothing. */
const atWordStart = 8;
const inARow = 5;
const somewhere = 1;
/** Of two that match alike the shorter one is meant. */
const perLetterTooMany = 0.05;

/**
 * How well `words` fit `text`, better when higher; null where its letters are not in it in this order. Each word of
 * several must fit, in any order. Case and accents do not count.
 */
export function fuzzyScore(words: string, text: string): number | null {
  const haystack = fold(text);
  let sum = 0;
  for (const word of fold(words).split(/\s+/)) {
    if (word === '') continue;
    const score = scoreWord(word, haystack);
    if (score === null) return null;
    sum += score;
  }
  return sum - haystack.length * perLetterTooMany;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function scoreWord(word: string, text: string): number | null {
  // Letters that stand together are nearly always what is meant: at the start of a word, else anywhere.
  const whole = findWhole(word, text);
  if (whole !== null) return whole + word.length * inARow;
  let place = -1;
  let score = 0;
  for (const letter of word) {
    const next = nextPlace(letter, text, place);
    if (next === -1) return null;
    score += isWordStart(text, next) ? atWordStart : next === place + 1 ? inARow : somewhere;
    place = next;
  }
  return score / 2;
}

function findWhole(word: string, text: string): number | null {
  let found: number | null = null;
  for (let place = text.indexOf(word); place !== -1; place = text.indexOf(word, place + 1)) {
    if (isWordStart(text, place)) return place === 0 ? atWordStart * 2 : atWordStart;
    found = somewhere;
  }
  return found;
}

/** The next place of a letter, at the start of a word if there is one. */
function nextPlace(letter: string, text: string, after: number): number {
  const first = text.indexOf(letter, after + 1);
  if (first === -1 || first === after + 1) return first;
  for (let place = first; place !== -1; place = text.indexOf(letter, place + 1))
    if (isWordStart(text, place)) return place;
  return first;
}

function isWordStart(text: string, place: number): boolean {
  return place === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(place - 1));
}

/** Whether every word stands in `text` as it was typed; case and accents do not count. */
export function containsWords(words: string, text: string): boolean {
  const haystack = fold(text);
  return fold(words)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}
