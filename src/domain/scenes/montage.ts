import { readableText } from './language/readable-text.ts';

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

/** The line that names it: "MONTAGE - THE LIGHT TURNS". */
export function montageHeading(text: string): string {
  return readableText(firstLine(text));
}

/** The places that an intercut goes between: "DINER / PHONE BOOTH"; null for a montage, which has none of its own. */
export function intercutPlace(text: string): string | null {
  const line = firstLine(text);
  if (!/^(?:begin\s+)?intercut\b/i.test(line)) return null;
  const name = line.replace(openMark, '').replace(/^[\s\-–—:.]+|[\s.:)]+$/g, '');
  return name === '' ? null : name;
}

function firstLine(text: string): string {
  const trimmed = text.trimStart();
  const end = trimmed.indexOf('\n');
  return (end === -1 ? trimmed : trimmed.slice(0, end)).trim();
}
