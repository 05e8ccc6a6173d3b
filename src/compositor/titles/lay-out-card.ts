import { coverStage } from '../cover-stage.ts';
import { capHeight, type Face } from '../fonts.ts';
import { black, type Mark, white } from '../marks.ts';
import { placeLines } from '../place-lines.ts';
import type { Stage } from '../stage.ts';
import { type FittedText, fitText, type TextRequest } from '../text/fit-text.ts';
import type { MeasureText } from '../text/measure-text.ts';

interface CardStyle {
  readonly lead: Face;
  /** Capitals need air between them. */
  readonly capitalsTracking: number;
  readonly leadLineHeight: number;
  readonly follow: Face;
  readonly followAlpha: number;
  /** Between lead and the lines that follow. */
  readonly gap: number;
  readonly rule: { readonly width: number; readonly height: number } | null;
}

const styles: Record<'title' | 'chapter', CardStyle> = {
  title: {
    lead: { family: 'display', weight: 500, sizeUnits: 136, tracking: -0.018 },
    capitalsTracking: 0.06,
    leadLineHeight: 1.1,
    follow: { family: 'text', weight: 400, sizeUnits: 37, tracking: 0.015 },
    followAlpha: 0.86,
    gap: 62,
    rule: null,
  },
  chapter: {
    lead: { family: 'display', weight: 400, sizeUnits: 92, tracking: -0.012 },
    capitalsTracking: 0.08,
    leadLineHeight: 1.16,
    follow: { family: 'text', weight: 400, sizeUnits: 36, tracking: 0.01 },
    followAlpha: 0.86,
    gap: 100,
    rule: { width: 72, height: 2 },
  },
};

const followLineHeight = 1.5;
/** Over a picture the card dims it, so that white text can be read; over black nothing changes. */
const dim = 0.58;

/** A card in the middle of the frame: the lead large and balanced, the other lines small below it. */
export function layOutCard(
  text: string,
  name: 'title' | 'chapter',
  stage: Stage,
  measure: MeasureText,
): Mark[] {
  const style = styles[name];
  const [leadText = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const safe = stage.titleSafe;
  const maxWidthUnits = (safe.right - safe.left) * 0.92;
  const limits = { maxWidthUnits, maxCharactersPerLine: Number.POSITIVE_INFINITY };
  const lead = fitLead(leadText, leadFace(style, leadText), stage, limits, measure);
  const follow = fitText(
    { ...limits, text: rest.join('\n'), face: style.follow, maxLines: 8, sizes: [1, 0.9, 0.8] },
    measure,
  );
  return placeCard(lead, follow, style, stage);
}

type Limits = Pick<TextRequest, 'maxWidthUnits' | 'maxCharactersPerLine'>;

/** One line where it fits without growing small; else balanced lines, more of them where the frame is narrow. */
function fitLead(text: string, face: Face, stage: Stage, limits: Limits, measure: MeasureText): FittedText {
  const oneLine = fitText({ ...limits, text, face, maxLines: 1, sizes: [1, 0.92, 0.84] }, measure);
  if (oneLine.fits) return oneLine;
  const maxLines =
    stage.widthUnits < stage.heightUnits ? 5 : stage.widthUnits < stage.heightUnits * 1.2 ? 4 : 3;
  return fitText({ ...limits, text, face, maxLines, sizes: [1, 0.88, 0.76, 0.66, 0.56, 0.48, 0.4] }, measure);
}

function leadFace(style: CardStyle, text: string): Face {
  const capitals = text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase();
  return capitals
    ? { ...style.lead, sizeUnits: style.lead.sizeUnits * 0.82, tracking: style.capitalsTracking }
    : style.lead;
}

function placeCard(lead: FittedText, follow: FittedText, style: CardStyle, stage: Stage): Mark[] {
  const leadStep = lead.face.sizeUnits * style.leadLineHeight;
  const followStep = follow.face.sizeUnits * followLineHeight;
  const leadHeight = capHeight * lead.face.sizeUnits + (lead.lines.length - 1) * leadStep;
  const followHeight =
    follow.lines.length === 0
      ? 0
      : style.gap + capHeight * follow.face.sizeUnits + (follow.lines.length - 1) * followStep;

  const centre = stage.widthUnits / 2;
  // A little above the middle: what stands exactly there looks as if it had sunk.
  const top = stage.heightUnits * 0.485 - (leadHeight + followHeight) / 2;
  const marks: Mark[] = [coverStage(stage, black, dim)];
  const centred = { align: 'centre', x: centre } as const;
  marks.push(
    ...placeLines(lead, {
      ...centred,
      firstBaseline: top + capHeight * lead.face.sizeUnits,
      step: leadStep,
      alpha: 0.96,
    }),
  );
  if (style.rule !== null && follow.lines.length > 0) {
    const { width, height } = style.rule;
    const y = top + leadHeight + style.gap / 2 - height / 2;
    marks.push({ kind: 'box', x: centre - width / 2, y, width, height, radius: 0, ink: white, alpha: 0.5 });
  }
  marks.push(
    ...placeLines(follow, {
      ...centred,
      firstBaseline: top + leadHeight + style.gap + capHeight * follow.face.sizeUnits,
      step: followStep,
      alpha: style.followAlpha,
    }),
  );
  return marks;
}
