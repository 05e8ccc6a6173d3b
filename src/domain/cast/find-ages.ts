import { wordsOf } from '../scenes/language/words.ts';
import type { PersonIndex } from './person-index.ts';

const numberWord =
  /^(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)$/;

/** Ages that prose tells, by person: "He was seven, and …" after Tomas was named gives "seven years old". */
export function findAges(paragraphs: readonly string[], index: PersonIndex): ReadonlyMap<string, string> {
  const ages = new Map<string, string>();
  for (const text of paragraphs) {
    if (!/\b(?:is|was)\b/.test(text)) continue;
    const words = wordsOf(text);
    const mentions = index.mentions(words);
    words.forEach(({ lower }, i) => {
      const number = words[i + 1];
      if ((lower !== 'was' && lower !== 'is') || number === undefined || !numberWord.test(number.lower))
        return;
      const counted = /^(?:,|\.|;| and\b| years? old\b)/.test(text.slice(number.end));
      const subject = words[i - 1]?.lower;
      const last = mentions.findLast((mention) => mention.next <= i);
      if (!counted || last === undefined || !(last.next === i || subject === 'he' || subject === 'she'))
        return;
      if (!ages.has(last.key)) ages.set(last.key, `${number.text} years old`);
    });
  }
  return ages;
}
