import { basename, extname } from 'node:path';

const smallWords = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** A title out of a file name: "the-last-signal.v2.fountain" is "The Last Signal v2". Never empty. */
export function titleFromFileName(fileName: string): string {
  const stem = basename(fileName, extname(fileName));
  const words = stem
    .replace(/([\p{Ll}\p{N}])(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s._–—-]+/u)
    .filter((word) => word !== '');
  const written = words.some((word) => /\p{Lu}/u.test(word));
  const title = written ? words.join(' ') : words.map(capitalise).join(' ');
  return title === '' ? 'Untitled' : title;
}

function capitalise(word: string, at: number): string {
  if (at > 0 && smallWords.has(word)) return word;
  if (/^v\d+$/.test(word)) return word;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
