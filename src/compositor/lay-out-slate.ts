import type { PictureLayer } from '../domain/timeline/frame-plan.ts';
import { coverStage } from './cover-stage.ts';
import type { Face } from './fonts.ts';
import { type Ink, type Mark, white } from './marks.ts';
import type { OfflinePicture } from './picture.ts';
import { placeLines } from './place-lines.ts';
import type { Stage } from './stage.ts';
import { fitText } from './text/fit-text.ts';
import type { MeasureText } from './text/measure-text.ts';

const ground: Ink = '24, 26, 30';
const titleFace: Face = { family: 'typewriter', weight: 400, sizeUnits: 46, tracking: 0 };
const noteFace: Face = { family: 'typewriter', weight: 400, sizeUnits: 28, tracking: 0 };
const corner = { length: 44, thickness: 2 };
const noteStep = 40;

/** What a slate says for a layer without a picture. */
export function usualSlate(layer: Pick<PictureLayer, 'assetId'>): OfflinePicture {
  return layer.assetId === null
    ? { kind: 'offline', title: 'No take yet', note: 'This shot has no picture to show.' }
    : { kind: 'offline', title: 'Medium offline', note: `Asset ${layer.assetId.slice(0, 12)}` };
}

/** A slate in place of a picture: a viewfinder's corners on dark grey, and in the middle what is missing. */
export function layOutSlate(slate: OfflinePicture, stage: Stage, measure: MeasureText): Mark[] {
  const { widthUnits, heightUnits } = stage;
  const limits = {
    maxWidthUnits: widthUnits * 0.72,
    maxCharactersPerLine: Number.POSITIVE_INFINITY,
    maxLines: 2,
    sizes: [1, 0.85, 0.7],
  };
  const title = fitText({ ...limits, text: slate.title, face: titleFace }, measure);
  const note = fitText({ ...limits, text: slate.note, face: noteFace }, measure);
  const titleStep = title.face.sizeUnits * 1.25;
  const height = (title.lines.length - 1) * titleStep + note.lines.length * noteStep + 14;
  const top = heightUnits / 2 - height / 2 + title.face.sizeUnits * 0.3;
  const centred = { align: 'centre', x: widthUnits / 2 } as const;
  const noteTop = top + (title.lines.length - 1) * titleStep + 14;
  return [
    coverStage(stage, ground, 1),
    ...corners(stage),
    ...placeLines(title, { ...centred, firstBaseline: top, step: titleStep, alpha: 0.82 }),
    ...placeLines(note, { ...centred, firstBaseline: noteTop + noteStep, step: noteStep, alpha: 0.5 }),
  ];
}

function corners({ widthUnits, heightUnits, titleSafe }: Stage): Mark[] {
  const inset = Math.min(titleSafe.left, titleSafe.top) * 1.2;
  const { length, thickness } = corner;
  const bar = (x: number, y: number, width: number, height: number): Mark => ({
    kind: 'box',
    x,
    y,
    width,
    height,
    radius: 0,
    ink: white,
    alpha: 0.32,
  });
  const right = widthUnits - inset;
  const bottom = heightUnits - inset;
  return [
    bar(inset, inset, length, thickness),
    bar(inset, inset + thickness, thickness, length - thickness),
    bar(right - length, inset, length, thickness),
    bar(right - thickness, inset + thickness, thickness, length - thickness),
    bar(inset, bottom - thickness, length, thickness),
    bar(inset, bottom - length, thickness, length - thickness),
    bar(right - length, bottom - thickness, length, thickness),
    bar(right - thickness, bottom - length, thickness, length - thickness),
  ];
}
