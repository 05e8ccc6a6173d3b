/**
 * What anybody may type and others see: no signs that are not seen but turn, hide or break the words around them (Unicode's
 * controls, its overrides of direction, the zero-width space and its like). Joiners stay: scripts and emoji need them.
 */
const unseen = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/** At least one sign that is seen. */
const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** One line; empty where nothing of it can be seen. */
export function plainName(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').replace(unseen, '').trim();
  return seen.test(plain) ? plain : '';
}

/** Lines and tabs stay; empty where nothing of it can be seen. */
export function plainText(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n');
  const plain = lines.replace(unseen, (sign) => (sign === '\n' || sign === '\t' ? sign : '')).trim();
  return seen.test(plain) ? plain : '';
}
