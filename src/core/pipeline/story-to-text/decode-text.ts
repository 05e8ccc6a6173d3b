import { fail, ok, type Result } from '../../../domain/kernel/result.ts';
import { decodeWindows1252 } from './windows-1252.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/**
 * Decodes a text file of unknown encoding: by its byte order mark; else UTF-16 where the zero bytes stand on one side
 * of the pairs; else UTF-8 where every byte is valid; else Windows-1252 where it looks like a Western text. The faults are
 * `text.binary` and `text.unknown-encoding`; their message is a clause about the file ("is not text …") for a sentence
 * that the caller completes.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  const marked = byteOrderMark(bytes);
  if (marked === 'utf-32') {
    return fail('text.unknown-encoding', 'is in UTF-32, which cannot be read');
  }
  if (marked !== null) {
    const text = decodeStrictly(bytes, marked);
    if (text !== null) return refuseControls(text, marked);
    return fail('text.unknown-encoding', `is marked as ${marked.toUpperCase()} but holds bytes that are not`);
  }
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) {
    const text = decodeStrictly(bytes, wide);
    if (text !== null) return refuseControls(text, wide);
  }
  if (bytes.includes(0)) return fail('text.binary', 'is not text but binary data');
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return refuseControls(utf8, 'utf-8');
  return decodeSingleBytes(bytes);
}

function byteOrderMark(bytes: Uint8Array): TextEncodingName | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length % 4 === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  return null;
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // The decoder throws on the first bad byte; that is the answer, not an error.
    return null;
  }
}

/** Spaces and line breaks alone give UTF-16 text zero bytes, nearly all on one side of the pairs. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  let first = 0;
  let second = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    if (bytes[i] === 0) first++;
    if (bytes[i + 1] === 0) second++;
  }
  const pairs = bytes.length / 2;
  const [few, many] = first < second ? [first, second] : [second, first];
  if (many < pairs * 0.02 || few > many * 0.02) return null;
  return second > first ? 'utf-16le' : 'utf-16be';
}

/** Text has hardly any control characters; data that happens to decode has many. */
function refuseControls(text: string, encoding: TextEncodingName): Result<DecodedText> {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isControl = code < 32 ? !(code >= 9 && code <= 13) && code !== 27 && code !== 26 : code === 0xffff;
    if (isControl) controls++;
  }
  if (controls > 4 && controls > text.length * 0.005)
    return fail('text.binary', 'is not text but binary data');
  // A few stray ones come from old word processors; they are no words and would only disturb.
  return ok({ text: controls === 0 ? text : withoutControls(text), encoding });
}

function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\x00-\x08\x0e-\x19\x1c-\x1f]/g, ' ');
}

/** Letters above 0x7F among all letters: seldom more than a fifth in a Western language, nearly all in another script. */
const highestWesternShare = 0.4;

function decodeSingleBytes(bytes: Uint8Array): Result<DecodedText> {
  let high = 0;
  let highLetters = 0;
  let plainLetters = 0;
  let undefinedBytes = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high++;
    if (byte >= 0xc0) highLetters++;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) plainLetters++;
    else if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d)
      undefinedBytes++;
  }
  const otherScript = highLetters > (highLetters + plainLetters) * highestWesternShare;
  if (otherScript || undefinedBytes > 0 || isDamagedUtf8(bytes, high)) {
    return fail('text.unknown-encoding', 'is in an encoding that is not UTF-8, UTF-16 or Windows-1252');
  }
  return refuseControls(decodeWindows1252(bytes), 'windows-1252');
}

/** Most bytes above 0x7F form valid UTF-8 sequences: decoding them singly would turn every accent into two letters. */
function isDamagedUtf8(bytes: Uint8Array, high: number): boolean {
  let inSequences = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (byte < 0xc2 || byte > 0xf4) continue;
    let at = 1;
    while (at < length && ((bytes[i + at] ?? 0) & 0xc0) === 0x80) at++;
    if (at < length) continue;
    inSequences += length;
    i += length - 1;
  }
  return high >= 8 && inSequences > high * 0.6;
}
