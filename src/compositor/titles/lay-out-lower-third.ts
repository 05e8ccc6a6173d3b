import { capHeight, type Face } from '../fonts.ts';
import { type Mark, white } from '../marks.ts';
import { placeLines } from '../place-lines.ts';
import type { Stage } from '../stage.ts';
import { fitText } from '../text/fit-text.ts';
import type { MeasureText } from '../text/measure-text.ts';

const nameFace: Face = { family: 'display', weight: 600, sizeUnits: 54, tracking: -0.005 };
const roleFace: Face = { family: 'text', weight: 400, sizeUnits: 34, tracking: 0.005 };
const nameStep = 62;
const roleStep = 48;
const bar = { width: 5, gap: 26, overshoot: 6 };

/** A name and what it is, at the left of the lower third, with a thin bar and a shade that keeps both readable. */
export function layOutLowerThird(text: string, stage: Stage, measure: MeasureText): Mark[] {
  const [name = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const safe = stage.titleSafe;
  const left = safe.left + bar.width + bar.gap;
  const limits = {
    maxWidthUnits: (safe.right - left) * 0.8,
    maxCharactersPerLine: Number.POSITIVE_INFINITY,
    maxLines: 2,
    sizes: [1, 0.9, 0.8, 0.7],
  };
  const lead = fitText({ ...limits, text: name, face: nameFace }, measure);
  const role = fitText({ ...limits, text: rest.join('\n'), face: roleFace }, measure);

  const leadHeight = capHeight * lead.face.sizeUnits + (lead.lines.length - 1) * nameStep;
  const height = leadHeight + role.lines.length * roleStep;
  const bottom = safe.bottom - stage.heightUnits * 0.03;
  const top = bottom - height;
  const shadeTop = top - stage.heightUnits * 0.2;
  const nameBaseline = top + capHeight * lead.face.sizeUnits;
  return [
    {
      kind: 'shade',
      x: 0,
      y: shadeTop,
      width: stage.widthUnits,
      height: stage.heightUnits - shadeTop,
      alpha: 0.8,
    },
    {
      kind: 'box',
      x: safe.left,
      y: top - bar.overshoot,
      width: bar.width,
      height: height + 2 * bar.overshoot,
      radius: 0,
      ink: white,
      alpha: 0.9,
    },
    ...placeLines(lead, { align: 'left', x: left, firstBaseline: nameBaseline, step: nameStep, alpha: 1 }),
    ...placeLines(role, {
      align: 'left',
      x: left,
      firstBaseline: top + leadHeight + roleStep,
      step: roleStep,
      alpha: 0.88,
    }),
  ];
}
