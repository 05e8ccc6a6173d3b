import type { Result } from '../../domain/kernel/result.ts';
import type { SourceKind } from '../../domain/project/project.ts';

/** Formats that hold a story but are no text: it has to be taken out first. */
export type PackedFormat = 'word' | 'epub' | 'pdf';

/** What a packed document says, as a text of a kind that the studio reads. */
export interface UnpackedText {
  /** What the text became: a screenplay is Fountain, prose is Markdown. */
  readonly kind: SourceKind;
  readonly text: string;
}

/**
 * Takes the words out of a document that is no text: Word, EPUB, PDF. What comes out goes through the reader of its kind
 * like any text, so that a project made of it can be printed, edited and imported again. Never throws; what a file may
 * unfold to is bounded by {@link mostUnpackedBytes}. The message of a fault is the rest of a sentence that begins with the file's name.
 */
export interface PackedDocumentReader {
  readonly format: PackedFormat;
  /** Whether the bytes are of this format, by what is in them and not by a name. */
  recognises(bytes: Uint8Array): boolean;
  unpack(bytes: Uint8Array): Promise<Result<UnpackedText>>;
}

/** The most that the parts of a packed document that hold words may unfold to, in bytes. */
export const mostUnpackedBytes = 64 * 1024 * 1024;

/** What the `document` worker is asked, by method. */
export interface DocumentWorkerCalls {
  readonly unpack: { readonly bytes: Uint8Array };
}
