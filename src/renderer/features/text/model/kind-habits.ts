import type { SourceKind } from '../../../../domain/project/project.ts';
import type { Block, BlockKind } from '../../../../domain/text/block.ts';
import {
  isCharacterCue,
  isSceneHeading,
  isStandardTransition,
  isTransition,
} from '../../../../domain/text/fountain/recognise-line.ts';

/** Whether a text is laid out as a screenplay or as prose. */
export type TextForm = 'screenplay' | 'prose';

export function formOf(kind: SourceKind): TextForm {
  return kind === 'fountain' || kind === 'final-draft' ? 'screenplay' : 'prose';
}

/** Kinds a person may choose, in the order in which Tab goes through them. */
export const kindsOf: Readonly<Record<TextForm, readonly BlockKind[]>> = {
  screenplay: [
    'action',
    'character',
    'dialogue',
    'parenthetical',
    'heading',
    'transition',
    'centered',
    'lyric',
    'note',
    'section',
    'synopsis',
    'page-break',
  ],
  prose: ['paragraph', 'chapter', 'quote', 'note', 'break'],
};

/** Tab goes through these; the others are chosen by name. */
const cycled: Readonly<Record<TextForm, readonly BlockKind[]>> = {
  screenplay: ['action', 'character', 'dialogue', 'parenthetical', 'heading', 'transition'],
  prose: ['paragraph', 'chapter', 'quote'],
};

/** The kind of running text. */
export function plainKind(form: TextForm): BlockKind {
  return form === 'screenplay' ? 'action' : 'paragraph';
}

/** What Tab (or Shift+Tab) makes of a block. */
export function cycledKind(form: TextForm, kind: BlockKind, step: 1 | -1): BlockKind {
  const kinds = cycled[form];
  const at = kinds.indexOf(kind);
  return kinds[(at + step + kinds.length) % kinds.length] ?? plainKind(form);
}

/** What a new block behind one of `kind` is, by the habit of screenplays. */
export function kindAfter(form: TextForm, kind: BlockKind): BlockKind {
  if (form === 'prose') return kind === 'quote' ? 'quote' : 'paragraph';
  switch (kind) {
    case 'character':
    case 'parenthetical':
      return 'dialogue';
    case 'transition':
      return 'heading';
    case 'lyric':
    case 'note':
    case 'centered':
      return kind;
    default:
      return 'action';
  }
}

/**
 * What a line that was typed as running text is meant to be, by the rules of Fountain: "INT. HUT" is a heading, "MARA" a
 * name, "CUT TO:" a transition. null where it is what it is.
 */
export function recognisedKind(form: TextForm, block: Pick<Block, 'kind' | 'text'>): BlockKind | null {
  if (form === 'prose' || block.kind !== 'action' || block.text.includes('\n')) return null;
  const line = block.text.trim();
  if (line === '') return null;
  if (isSceneHeading(line)) return 'heading';
  if (isStandardTransition(line) || isTransition(line)) return 'transition';
  return line.length <= 40 && isCharacterCue(line) && !/[.!?…]$/.test(line) ? 'character' : null;
}

/** Kinds that hold no words of their own. */
export function isWordless(kind: BlockKind): boolean {
  return kind === 'page-break' || kind === 'break';
}
