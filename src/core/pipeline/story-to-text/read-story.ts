import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { type Fault, fail, ok, type Result } from '../../../domain/kernel/result.ts';
import type { SourceKind } from '../../../domain/project/project.ts';
import { maxStoryBytes, storySizeFault } from '../../../domain/text/story-size.ts';
import type { WorkerHost } from '../../ports/worker-host.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { detectSourceKind } from './detect-source-kind.ts';
import { foreignFormat, isPackedDocument } from './foreign-format.ts';
import { unpackDocument } from './unpack-document.ts';

/** A story's file, read and decoded; `text` of a packed document is what it says, as a text of `kind`. */
export interface StoryFile extends DecodedText {
  /** Absolute path; null for words that came without a file, or from a browser. */
  readonly path: string | null;
  /** File name without folder. */
  readonly name: string;
  readonly kind: SourceKind;
  /** The file as it is on disk, for the library. */
  readonly bytes: Uint8Array;
}

const nothingStored = 'Nothing was imported, and what was stored before is unchanged.';
const readable =
  'Fountain (.fountain), Final Draft (.fdx), Word (.docx), EPUB (.epub), PDF (.pdf), Markdown (.md) or plain text (.txt)';

/**
 * Reads a story from disk. Faults, each naming the file: `text.unreadable`, `text.too-large`, `text.empty`,
 * `text.unsupported` (a known format that is not read), `text.binary`, `text.unknown-encoding`; of packed documents also
 * `text.malformed`, `text.protected` (a password, copy protection), `text.no-words` (scanned pages), `text.unsafe-xml`.
 */
export async function readStory(path: string, workers: WorkerHost): Promise<Result<StoryFile>> {
  const absolute = resolve(path);
  const name = basename(absolute);
  const read = await readBytes(absolute, name);
  return read.ok ? storyFromBytes({ name, path: absolute }, read.value, workers) : read;
}

/** The same for a file that was uploaded: it has a name, and its place says nothing. */
export async function readUploadedStory(
  path: string,
  name: string,
  workers: WorkerHost,
): Promise<Result<StoryFile>> {
  const read = await readBytes(path, name);
  return read.ok ? storyFromBytes({ name, path: null }, read.value, workers) : read;
}

/** The same for bytes that are in memory already. */
export async function storyFromBytes(
  { name, path }: Pick<StoryFile, 'name' | 'path'>,
  bytes: Uint8Array,
  workers: WorkerHost,
): Promise<Result<StoryFile>> {
  if (!isPackedDocument(bytes) || bytes.length > maxStoryBytes) return storyFromText({ name, path }, bytes);
  const unpacked = await unpackDocument(workers, bytes);
  if (unpacked.ok) return ok({ ...unpacked.value, encoding: 'utf-8', path, name, bytes });
  const { code, message, detail } = unpacked.fault;
  // An archive that is neither Word nor EPUB is called what it is.
  return code === 'text.unsupported'
    ? storyFromText({ name, path }, bytes)
    : fail(code, `"${name}" ${message} ${nothingStored}`, detail);
}

/** The same for text, such as pasted words; packed documents are refused. */
export function storyFromText(
  { name, path }: Pick<StoryFile, 'name' | 'path'>,
  bytes: Uint8Array,
): Result<StoryFile> {
  const tooLarge = storySizeFault(name, bytes.length);
  if (tooLarge !== null) return { ok: false, fault: tooLarge };
  if (bytes.length === 0)
    return fail('text.empty', `"${name}" is empty. ${nothingStored} Choose a file with a story in it.`);
  const foreign = foreignFormat(bytes);
  if (foreign !== null) {
    return fail(
      'text.unsupported',
      `"${name}" is ${foreign}, which cannot be read as a story. ${nothingStored} Export it as ${readable} and import that.`,
    );
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok)
    return fail(
      decoded.fault.code,
      `"${name}" ${decoded.fault.message}. ${nothingStored} ${adviceFor(decoded.fault)}`,
    );
  if (decoded.value.text.trim() === '') {
    return fail(
      'text.empty',
      `"${name}" holds nothing but white space. ${nothingStored} Choose a file with a story in it.`,
    );
  }
  return ok({ ...decoded.value, path, name, bytes, kind: detectSourceKind(name, decoded.value.text) });
}

function adviceFor(fault: Fault): string {
  return fault.code === 'text.unknown-encoding'
    ? 'Save it as UTF-8 in a text editor and import it again.'
    : `Choose a ${readable} file.`;
}

async function readBytes(path: string, name: string): Promise<Result<Uint8Array>> {
  try {
    // Asked before opening: to open a pipe that nobody writes to would wait for ever.
    const facts = await stat(path);
    if (!facts.isFile()) {
      const what = facts.isDirectory() ? 'a folder' : 'no ordinary file';
      return fail(
        'text.unreadable',
        `"${name}" is ${what}. ${nothingStored} Give the path of a ${readable} file.`,
        { path },
      );
    }
    const tooLarge = storySizeFault(name, facts.size);
    if (tooLarge !== null) return { ok: false, fault: tooLarge };
    return ok(new Uint8Array(await readFile(path)));
  } catch (thrown) {
    return fail('text.unreadable', unreadableSentence(name, thrown), { path, cause: String(thrown) });
  }
}

function unreadableSentence(name: string, thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file "${name}" at the path given. ${nothingStored} Check the path and try again.`;
    case 'EACCES':
    case 'EPERM':
      return `"${name}" may not be read by this user. ${nothingStored} Change its permissions and try again.`;
    case 'EISDIR':
      return `"${name}" is a folder. ${nothingStored} Give the path of a ${readable} file.`;
    default:
      return `"${name}" could not be read (${code ?? String(thrown)}). ${nothingStored} Check the disk and try again.`;
  }
}
