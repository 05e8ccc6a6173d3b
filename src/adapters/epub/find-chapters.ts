import { fail, ok, type Result } from '../../domain/kernel/result.ts';
import { readXml, type XmlElement } from './read-xml.ts';

export interface EpubPackage {
  readonly title: string | null;
  readonly author: string | null;
  /** Names of the files to read, in reading order. */
  readonly chapters: readonly string[];
}

const decoder = new TextDecoder();
const saveAgain = 'Make it again with the program that wrote it and import that.';

/** Ways of encryption that only hide fonts. */
const fontsOnly = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** META-INF/container.xml leads to the package file; its spine names the chapters in reading order. */
export function findChapters(files: ReadonlyMap<string, Uint8Array>): Result<EpubPackage> {
  const locked = isLocked(files.get('META-INF/encryption.xml'));
  if (locked) {
    return fail(
      'text.protected',
      'is protected against copying, so its words cannot be read. Use a copy without protection.',
    );
  }
  const container = xmlOf(files, 'META-INF/container.xml', 'table of contents');
  if (!container.ok) return container;
  const path = container.value.find(({ name }) => name === 'rootfile')?.attributes['full-path'];
  const opf = xmlOf(files, path ?? '', 'list of chapters');
  if (!opf.ok) return opf;
  const folder = (path ?? '').split('/').slice(0, -1);
  const items = new Map(
    opf.value.filter(({ name }) => name === 'item').map((item) => [item.attributes['id'], item]),
  );
  const chapters = opf.value
    .filter(({ name, attributes }) => name === 'itemref' && attributes['linear'] !== 'no')
    .map(({ attributes }) => items.get(attributes['idref']))
    .filter((item) => item !== undefined)
    .filter(({ attributes }) => isChapter(attributes))
    .map(({ attributes }) => resolveName(folder, attributes['href'] ?? ''));
  const textOf = (name: string): string | null =>
    opf.value.find((element) => element.name === name)?.text.trim() || null;
  return ok({ title: textOf('title'), author: textOf('creator'), chapters: [...new Set(chapters)] });
}

function isChapter(attributes: Readonly<Record<string, string>>): boolean {
  if (/\bnav\b/.test(attributes['properties'] ?? '')) return false;
  return /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml)$/.test(
    attributes['media-type'] ?? '',
  );
}

function xmlOf(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  what: string,
): Result<readonly XmlElement[]> {
  const bytes = files.get(name);
  if (bytes === undefined) {
    return fail('text.malformed', `is damaged: its ${what} is missing. ${saveAgain}`);
  }
  return readXml(decoder.decode(bytes), what);
}

/** A name inside the archive; steps upwards end at its root, so that no name leads out of it. */
function resolveName(folder: readonly string[], href: string): string {
  let decoded = href.split('#')[0] ?? '';
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // A stray percent sign: the name is taken as it is written.
  }
  const steps = decoded.startsWith('/') ? [] : [...folder];
  for (const step of decoded.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function isLocked(encryption: Uint8Array | undefined): boolean {
  if (encryption === undefined) return false;
  const methods = [
    ...decoder.decode(encryption).matchAll(/EncryptionMethod[^>]{0,200}?Algorithm\s*=\s*["']([^"']{1,200})/g),
  ];
  return methods.some(([, algorithm]) => !fontsOnly.has(algorithm ?? ''));
}
