import { zipSync } from 'fflate';
import { unpackZip } from '../../archive/unpack-zip.ts';
import { mostUnpackedBytes } from '../../core/ports/packed-document.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';

/** The parts of a Word document that hold words and say how they are set; pictures, macros and embedded files are left out. */
const wordParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/;

export interface WordParts {
  /** An archive of those parts alone, unpacked: whoever reads it unfolds nothing. */
  readonly archive: Buffer;
  readonly coreProperties: string | null;
}

export function takeWordParts(bytes: Uint8Array): Result<WordParts> {
  const parts = unpackZip(bytes, { wanted: (name) => wordParts.test(name), mostBytes: mostUnpackedBytes });
  if (!parts.ok) return parts;
  const core = parts.value.get('docProps/core.xml');
  return ok({
    archive: Buffer.from(zipSync(Object.fromEntries(parts.value), { level: 0 })),
    coreProperties: core === undefined ? null : new TextDecoder().decode(core),
  });
}
