import { SaxesParser } from 'saxes';
import type { DocumentReader } from '../../core/ports/document-reader.ts';
import { FaultError, fail, ok } from '../../domain/kernel/result.ts';
import type { BlockContent } from '../../domain/text/block.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { ScriptBuilder } from './script-builder.ts';
import { withTitlePageKeys } from './title-page.ts';

const saveAgain = 'Open it in Final Draft, save it again and import that.';

/**
 * Final Draft's `.fdx`, an XML format without a public schema, read as versions 8 to 13 write it. Messages of faults are the
 * rest of a sentence that begins with the file's name: `text.malformed` names the line; `text.unsafe-xml` refuses a
 * DOCTYPE, which Final Draft never writes, so that no entity is ever declared or expanded.
 */
export const finalDraftReader: DocumentReader = {
  kind: 'final-draft',
  read(source) {
    const parser = new SaxesParser();
    const builder = new ScriptBuilder();
    let root: string | null = null;
    parser.on('doctype', () => {
      throw new FaultError({
        code: 'text.unsafe-xml',
        message: `declares a document type at line ${parser.line}, which could load or multiply other content. ${saveAgain}`,
      });
    });
    parser.on('opentag', ({ name, attributes }) => {
      root ??= name;
      if (root !== 'FinalDraft') {
        throw new FaultError({
          code: 'text.malformed',
          message: `is XML but no Final Draft script: it begins with <${root.slice(0, 40)}> at line ${parser.line}. ${saveAgain}`,
        });
      }
      builder.open(name, attributes, Math.max(0, source.lastIndexOf('<', parser.position - 1)));
    });
    parser.on('text', (text) => builder.text(text));
    parser.on('cdata', (text) => builder.text(text));
    parser.on('closetag', ({ name }) => builder.close(name, parser.position));
    try {
      parser.write(source).close();
    } catch (thrown) {
      if (thrown instanceof FaultError) return { ok: false, fault: thrown.fault };
      const reason = String(thrown instanceof Error ? thrown.message : thrown)
        .replace(/^[\d:]+\s*/, '')
        .replace(/\.$/, '');
      return fail(
        'text.malformed',
        `is not well-formed at line ${parser.line} (${reason.slice(0, 120)}). ${saveAgain}`,
        { line: parser.line, column: parser.column },
      );
    }
    const titlePage = withTitlePageKeys(builder.titlePage);
    const title = plainText(titlePage[0]?.text ?? '')
      .replaceAll('\n', ' ')
      .trim();
    return ok({
      title: title === '' ? null : title,
      blocks: separateRanges([...titlePage, ...builder.script]),
    });
  },
};

/** A note stands inside its paragraph in the file: the paragraph's range then ends where the note's begins. */
function separateRanges(blocks: readonly BlockContent[]): BlockContent[] {
  const byStart = blocks
    .map((_, at) => at)
    .sort((a, b) => (blocks[a]?.sourceStart ?? 0) - (blocks[b]?.sourceStart ?? 0));
  const separate = [...blocks];
  byStart.forEach((at, rank) => {
    const block = blocks[at];
    const next = blocks[byStart[rank + 1] ?? -1];
    if (block === undefined || next === undefined || block.sourceEnd <= next.sourceStart) return;
    separate[at] = { ...block, sourceEnd: next.sourceStart };
  });
  return separate;
}
