import type { BlockContent } from '../../domain/text/block.ts';

/**
 * Final Draft's title page is a laid-out page without fields; the keys are told from the customary order: title,
 * "written by", author, then the rest.
 */
export function withTitlePageKeys(paragraphs: readonly BlockContent[]): BlockContent[] {
  let expectAuthor = false;
  return paragraphs.map((block, at) => {
    const key = at === 0 ? 'Title' : keyOf(block.text, expectAuthor);
    expectAuthor = key === 'Credit';
    return { ...block, kind: 'title-page' as const, key, dual: null, sceneNumber: null, depth: 0 };
  });
}

function keyOf(text: string, expectAuthor: boolean): string {
  if (expectAuthor) return 'Author';
  if (
    /^(?:(?:written|screenplay|teleplay|story|script|adapted|created|directed)(?: (?:and|&) \w+)? )?by$/i.test(
      text,
    )
  )
    return 'Credit';
  if (/^(?:written |screenplay |teleplay )?by \S/i.test(text)) return 'Author';
  if (/^(?:based on|from the|adapted from)\b/i.test(text)) return 'Source';
  if (/@|\+?\d[\d ()-]{6,}/.test(text)) return 'Contact';
  return /\b(?:draft|revision|version)\b|\b(?:19|20)\d\d\b/i.test(text) ? 'Draft date' : 'Notes';
}
