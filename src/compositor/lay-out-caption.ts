import type { CaptionLayer } from '../domain/timeline/frame-plan.ts';
import { capHeight, descent, type Face } from './fonts.ts';
import { black, type Mark } from './marks.ts';
import { placeLines } from './place-lines.ts';
import type { Stage } from './stage.ts';
import { type FittedText, fitText } from './text/fit-text.ts';
import type { MeasureText } from './text/measure-text.ts';

/** Broadcast practice (BBC, Netflix): at most 42 characters on a line, two lines, three where it must be. */
const maxCharactersPerLine = 42;
const maxLines = 3;
const wordsFace: Face = { family: 'text', weight: 500, sizeUnits: 48, tracking: 0 };
const labelFace: Face = { family: 'text', weight: 600, sizeUnits: 25, tracking: 0.09 };
const labelStep = 44;
const lineHeight = 1.3;
const padding = { x: 26, y: 15 };
/** White on this over a white picture still has a contrast of 7 : 1 (WCAG 2.2, level AAA). */
const boxAlpha = 0.66;

/** The marks of a caption: centred at the bottom of the caption-safe area, on one soft dark box. */
export function layOutCaption(
  { text, speaker }: Pick<CaptionLayer, 'text' | 'speaker'>,
  stage: Stage,
  measure: MeasureText,
): Mark[] {
  const safe = stage.captionSafe;
  const maxWidthUnits = safe.right - safe.left - 2 * padding.x;
  const { label, words } = splitLabel(text, speaker);
  const fitted = fitWords(words, label !== '', maxWidthUnits, measure);
  if (fitted.lines.length === 0) return [];

  const name = fitText(
    { text: label, face: labelFace, maxWidthUnits, maxLines: 1, maxCharactersPerLine: 60, sizes: [1] },
    measure,
  );
  const labelHeight = name.lines.length * labelStep;
  const size = fitted.face.sizeUnits;
  const step = lineHeight * size;
  const wordsHeight = capHeight * size + (fitted.lines.length - 1) * step + descent * size;
  const widest = Math.max(...[...name.lines, ...fitted.lines].map((line) => line.widthUnits));

  const centre = stage.widthUnits / 2;
  const width = widest + 2 * padding.x;
  const height = wordsHeight + labelHeight + 2 * padding.y;
  const top = safe.bottom - height;
  const inner = top + padding.y;
  const centred = { align: 'centre', x: centre } as const;
  return [
    { kind: 'box', x: centre - width / 2, y: top, width, height, radius: 12, ink: black, alpha: boxAlpha },
    ...placeLines(name, {
      ...centred,
      firstBaseline: inner + capHeight * labelFace.sizeUnits,
      step: labelStep,
      alpha: 0.74,
    }),
    ...placeLines(fitted, {
      ...centred,
      firstBaseline: inner + labelHeight + capHeight * size,
      step,
      alpha: 1,
    }),
  ];
}

/**
 * Line breaks that came with the words are kept where each line fits, and between two voices that begin with a dash;
 * otherwise the words flow as one paragraph. Words that three lines cannot hold are set smaller, then in more lines.
 */
function fitWords(text: string, reflow: boolean, maxWidthUnits: number, measure: MeasureText): FittedText {
  const request = { face: wordsFace, maxWidthUnits, maxLines, maxCharactersPerLine };
  const given = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const voices = given.length > 1 && given.every((line) => /^[-–—]/.test(line));
  if (!reflow && given.length <= maxLines) {
    const asGiven = fitText({ ...request, text: given.join('\n'), sizes: [1] }, measure);
    if (asGiven.lines.length === given.length) return asGiven;
  }
  const flowing = given.join(voices ? '\n' : ' ');
  const usual = fitText({ ...request, text: flowing, sizes: [1, 0.92, 0.84, 0.76] }, measure);
  if (!usual.shortened) return usual;
  return fitText(
    { ...request, text: flowing, maxLines: 7, maxCharactersPerLine: 60, sizes: [0.76, 0.66, 0.56] },
    measure,
  );
}

/**
 * A voice that is not in the picture is named at the head of its words ("KEEPER: Come in."). The name is set apart,
 * small and above the words, so that the lines below it are all speech.
 */
function splitLabel(
  text: string,
  speaker: string | null,
): { readonly label: string; readonly words: string } {
  const name = speaker?.trim().toUpperCase() ?? '';
  const head = text.trimStart();
  if (name === '' || head.slice(0, name.length).toUpperCase() !== name) return { label: '', words: text };
  const rest = /^\s*:\s*(?=\S)/u.exec(head.slice(name.length));
  return rest === null
    ? { label: '', words: text }
    : { label: name, words: head.slice(name.length + rest[0].length) };
}
