import {
  isCharacterCue,
  isSceneHeading,
  isStandardTransition,
  isTransition,
} from '../fountain/recognise-line.ts';
import { stripAsides } from '../strip-asides.ts';
import type { PrintedBlock } from './printed-block.ts';

/** What stands around a block, as far as it decides which marks are needed. */
export interface Around {
  readonly inSpeech: boolean;
  /** The next block is spoken: a line of capitals above it is a name. */
  readonly speechBelow: boolean;
}

/** The lines of one block of a screenplay. */
export function printScreenplayBlock(block: PrintedBlock, around: Around): string[] {
  const { kind, text, depth } = block;
  switch (kind) {
    case 'heading':
      return [printHeading(block)];
    case 'character':
      return text === '' ? [] : [printCue(block, around)];
    case 'parenthetical':
      return around.inSpeech ? [text.startsWith('[[') ? text : `(${text})`] : printAction(`(${text})`, false);
    case 'dialogue':
      // Without a name above it there is no speech.
      return around.inSpeech
        ? text.split('\n').map((line) => (line === '' ? '  ' : line))
        : printAction(text, false);
    case 'lyric':
      return text.split('\n').map((line) => `~${line}`);
    case 'transition':
      return text === '' ? [] : [isBareTransition(text) && !block.forced ? text : `> ${text}`];
    case 'centered':
      return text.split('\n').map((line) => `> ${line} <`);
    case 'section':
    case 'chapter':
      return [`${'#'.repeat(Math.max(1, depth))} ${text}`];
    case 'synopsis':
      return [`= ${text}`];
    case 'note':
      return printNote(text);
    case 'boneyard':
      return `/*${text}*/`.split('\n');
    case 'page-break':
    case 'break':
      return ['==='];
    case 'title-page':
    case 'action':
    case 'paragraph':
    case 'quote':
      return printAction(text, block.forced);
  }
}

function printHeading({ text, sceneNumber, forced }: PrintedBlock): string {
  const number = sceneNumber === null ? '' : ` #${sceneNumber}#`;
  const bare = stripAsides(text).trim();
  const mark = forced || !isSceneHeading(bare) ? '.' : '';
  return `${mark}${text}${number}`;
}

function printCue({ text, dual, forced }: PrintedBlock, { speechBelow }: Around): string {
  const bare = stripAsides(text).trim();
  const plain =
    !forced &&
    speechBelow &&
    isCharacterCue(bare) &&
    !isSceneHeading(bare) &&
    !isStandardTransition(bare) &&
    !/^[.!@~>#=]/.test(text);
  return `${plain ? '' : '@'}${text}${dual === 'right' ? ' ^' : ''}`;
}

function isBareTransition(text: string): boolean {
  const bare = stripAsides(text).trim();
  return (isStandardTransition(bare) || isTransition(bare)) && !/^[.!@~>#=]/.test(text);
}

/** A note may hold a blank line only with spaces on it; one that is made of several marks is printed as it is. */
function printNote(text: string): string[] {
  const whole = /^(?:\[\[|\/\*)/.test(text) && stripAsides(text).trim() === '';
  const written = whole ? text : `[[${text}]]`;
  return written.split('\n').map((line) => (line.trim() === '' ? '  ' : line));
}

/** Lines of action. The first is forced where it would be read as something else, later ones where a mark begins them. */
function printAction(text: string, forced: boolean): string[] {
  const lines = text.split('\n');
  return lines.map((line, at) => {
    const bare = stripAsides(line).trim();
    const marked = /^\s*(?:[!~>#=]|\[\[|\/\*)/.test(line);
    const opens =
      at === 0 &&
      (forced ||
        /^(?:\.[\p{L}\p{N}]|@.)/u.test(bare) ||
        isSceneHeading(bare) ||
        isStandardTransition(bare) ||
        (isTransition(bare) && lines.length === 1) ||
        (lines.length > 1 && isCharacterCue(bare.replace(/\s*\^$/, ''))));
    return (marked && line.trim() !== '!') || opens ? `!${line}` : line;
  });
}
