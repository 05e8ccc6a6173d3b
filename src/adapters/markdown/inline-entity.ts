const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['mdash', '\u2014'],
  ['ndash', '\u2013'],
  ['hellip', '\u2026'],
  ['lsquo', '\u2018'],
  ['rsquo', '\u2019'],
  ['ldquo', '\u201c'],
  ['rdquo', '\u201d'],
  ['laquo', '\u00ab'],
  ['raquo', '\u00bb'],
  ['shy', '\u00ad'],
  ['copy', '\u00a9'],
  ['deg', '\u00b0'],
]);

/** A literal character, escaped again where emphasis would take it. */
export function literal(character: string): string {
  return character === '*' || character === '_' ? `\\${character}` : character;
}

/** Resolves an entity at `at` into `out`; answers where the text goes on. */
export function readEntity(source: string, at: number, out: string[]): number {
  const match = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,10}));/i.exec(source.slice(at, at + 14));
  if (match === null) {
    out.push('&');
    return at + 1;
  }
  const [whole, decimal, hex, name] = match;
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null;
  const valid = code !== null && code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  const decoded = code !== null ? (valid ? String.fromCodePoint(code) : null) : entities.get(name ?? '');
  out.push(decoded == null ? whole : literal(decoded));
  return at + whole.length;
}
