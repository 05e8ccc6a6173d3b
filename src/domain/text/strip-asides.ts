import { createSearch } from './source-search.ts';

/** `text` without its inline notes `[[ ]]` and boneyards, each together with the white space before it. */
export function stripAsides(text: string): string {
  if (!text.includes('[[') && !text.includes('/*')) return text;
  const noteOpen = createSearch(text, '[[');
  const noteClose = createSearch(text, ']]');
  const boneyardOpen = createSearch(text, '/*');
  const boneyardClose = createSearch(text, '*/');
  const kept: string[] = [];
  let keptTo = 0;
  let cursor = 0;
  for (;;) {
    const note = noteOpen(cursor);
    const boneyard = boneyardOpen(cursor);
    const open = Math.min(note, boneyard);
    if (open === Number.POSITIVE_INFINITY) break;
    const close = open === note ? noteClose(open + 2) : boneyardClose(open + 2);
    if (close === Number.POSITIVE_INFINITY) {
      cursor = open + 2;
      continue;
    }
    kept.push(text.slice(keptTo, open).trimEnd());
    cursor = close + 2;
    keptTo = cursor;
  }
  kept.push(text.slice(keptTo));
  return joinKept(kept);
}

/** Words on both sides of a removed aside stay apart; nothing is put before a full stop or a comma. */
function joinKept(parts: readonly string[]): string {
  let joined = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    if (joined === '') joined = part.trimStart();
    else joined += (part === '' || /^[\s.,;:!?)]/.test(part) ? '' : ' ') + part;
  }
  return joined;
}
