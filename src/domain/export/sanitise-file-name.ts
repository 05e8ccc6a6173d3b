/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** In UTF-8, so that an ending and a number still fit into the 255 bytes that file systems allow. */
const maxBytes = 200;

/**
 * A title as a file name (without ending) that Windows, macOS and Linux take: what they forbid becomes a space, no dots
 * or spaces at the ends, no device names, at most 200 bytes of UTF-8 cut between characters. "Untitled" when nothing is left.
 */
export function sanitiseFileName(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}<>:"/\\|?*\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ');
  const name = trimEnds(cutToBytes(trimEnds(clean), maxBytes));
  if (name === '') return 'Untitled';
  return reserved.test(name) ? `${name.replace(/\./g, ' ').trim()} film` : name;
}

function trimEnds(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/g, '');
}

/** The longest beginning of `text` that has at most `limit` bytes in UTF-8; never half a character. */
export function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > limit) break;
    cut += character;
  }
  return cut;
}
