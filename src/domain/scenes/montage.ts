const openMark =
  /^(?:begin\s+)?(montage|series of shots|intercut|quick cuts|quick flashes|flash cuts)\b\s*(?:[-–—:.(]|$|between|with|of\b)/i;
const closeMark =
  /^(?:end(?:\s+of)?\s+(?:montage|series of shots|intercut|series)|back to (?:scene|present))\b/i;

/** True for "MONTAGE - THE LIGHT TURNS", "SERIES OF SHOTS:", "INTERCUT - PHONE CALL". Written in capitals, or alone on its line. */
export function opensMontage(text: string): boolean {
  const line = firstLine(text);
  const match = openMark.exec(line);
  if (match === null) return false;
  const keyword = match[1] ?? '';
  return keyword === keyword.toUpperCase() || line.length < keyword.length + 14;
}

export function closesMontage(text: string): boolean {
  const line = firstLine(text);
  return line.length < 60 && closeMark.test(line);
}

/** What the montage is about: "THE LIGHT TURNS" in "MONTAGE - THE LIGHT TURNS"; null when it has no name. */
export function montageName(text: string): string | null {
  const name = firstLine(text)
    .replace(openMark, '')
    .replace(/^[\s\-–—:.]+|[\s.:)]+$/g, '');
  return name === '' ? null : name;
}

function firstLine(text: string): string {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf('\n');
  return (end === -1 ? trimmed : trimmed.slice(0, end)).trim();
}
