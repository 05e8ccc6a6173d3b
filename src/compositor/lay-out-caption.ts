import type { CaptionLayer } from '../domain/timeline/frame-plan.ts';
import type { Face } from './fonts.ts';
import { black, type Mark, white } from './marks.ts';
import type { Stage } from './stage.ts';
import { type FittedText, fitText, lineWidth } from './text/fit-text.ts';
import type { MeasureText } from './text/measure-text.ts';

/** Broadcast practice (BBC, Netflix): at most 42 characters on a line, two lines, three where it must be. */
const maxCharactersPerLine = 42;
const maxLines = 3;
const words: Face = { family: 'text', weight: 500, sizeUnits: 48, tracking: 0 };
const speakerFace: Face = { family: 'text', weight: 600, sizeUnits: 25, tracking: 0.1 };
const lineHeight = 1.3;
const padding = { x: 26, y: 15 };
/** White on this over a white picture still has a contrast of 7 : 1 (WCAG 2.2, level AAA). */
const boxAlpha = 0.66;

/** Cap height and the depth of descenders of Inter, as parts of the size. */
const capHeight = 0.727;
const descent = 0.21;

/** The marks of a caption: centred at the bottom of the caption-safe area, on one soft dark box. */
export function layOutCaption(
  { text, speaker }: Pick<CaptionLayer, 'text' | 'speaker'>,
  stage: Stage,
  measure: MeasureText,
): Mark[] {
  const safe = stage.captionSafe;
  const maxWidthUnits = safe.right - safe.left - 2 * padding.x;
  const fitted = fitCaption(text, maxWidthUnits, measure);
  if (fitted.lines.length === 0) return [];

  const label = labelOf(text, speaker);
  const labelWidth = label === null ? 0 : lineWidth(label, speakerFace, measure);
  const labelHeight = label === null ? 0 : speakerFace.sizeUnits * 1.55;
  const size = fitted.face.sizeUnits;
  const blockHeight = capHeight * size + (fitted.lines.length - 1) * lineHeight * size + descent * size;
  const widest = Math.max(labelWidth, ...fitted.lines.map((line) => line.widthUnits));

  const centre = stage.widthUnits / 2;
  const boxHeight = blockHeight + labelHeight + 2 * padding.y;
  const boxTop = safe.bottom - boxHeight;
  const marks: Mark[] = [
    {
      kind: 'box',
      x: centre - widest / 2 - padding.x,
      y: boxTop,
      width: widest + 2 * padding.x,
      height: boxHeight,
      radius: 12,
      ink: black,
      alpha: boxAlpha,
    },
  ];
  if (label !== null) {
    const y = boxTop + padding.y + capHeight * speakerFace.sizeUnits;
    marks.push({
      kind: 'text',
      text: label,
      face: speakerFace,
      x: centre - labelWidth / 2,
      y,
      ink: white,
      alpha: 0.72,
    });
  }
  fitted.lines.forEach((line, index) => {
    const y = boxTop + padding.y + labelHeight + capHeight * size + index * lineHeight * size;
    const x = centre - line.widthUnits / 2;
    marks.push({ kind: 'text', text: line.text, face: fitted.face, x, y, ink: white, alpha: 1 });
  });
  return marks;
}

/**
 * Line breaks that came with the text are kept where each line fits, and between two voices that begin with a dash;
 * otherwise the text flows as one paragraph.
 */
function fitCaption(text: string, maxWidthUnits: number, measure: MeasureText): FittedText {
  const request = {
    face: words,
    maxWidthUnits,
    maxLines,
    maxCharactersPerLine,
    sizes: [1, 0.92, 0.84, 0.76],
  };
  const given = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const asGiven = fitText({ ...request, text: given.join('\n'), sizes: [1] }, measure);
  const kept = asGiven.lines.length === given.length && given.length <= maxLines;
  if (kept) return asGiven;
  const voices = given.length > 1 && given.every((line) => /^[-–—]/.test(line));
  return fitText({ ...request, text: given.join(voices ? '\n' : ' ') }, measure);
}

/** The speaker's name above the words, unless the text already begins with it. */
function labelOf(text: string, speaker: string | null): string | null {
  const name = speaker?.trim().toUpperCase() ?? '';
  if (name === '' || text.trimStart().toUpperCase().startsWith(name)) return null;
  return name;
}
