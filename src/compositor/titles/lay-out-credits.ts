import { coverStage } from '../cover-stage.ts';
import { capHeight, type Face } from '../fonts.ts';
import { black, type Mark, white } from '../marks.ts';
import { placeLines } from '../place-lines.ts';
import type { Stage } from '../stage.ts';
import { fitText, lineWidth } from '../text/fit-text.ts';
import type { MeasureText } from '../text/measure-text.ts';

const roleFace: Face = { family: 'text', weight: 400, sizeUnits: 34, tracking: 0.01 };
const nameFace: Face = { family: 'text', weight: 600, sizeUnits: 34, tracking: 0.01 };
const headingFace: Face = { family: 'text', weight: 500, sizeUnits: 34, tracking: 0.01 };
const lineStep = 56;
const blankStep = 34;
const gutter = 36;
const dim = 0.6;
const smallest = 0.35;

type CreditLine =
  | { readonly kind: 'pair'; readonly role: string; readonly name: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'blank' };

/**
 * A card of credits. "Role: Name" (or a tab, or dots, between them) is set in two columns that meet in the middle, any
 * other line centred, an empty line as a gap. The whole card shrinks until it fits the safe area, to about a third.
 */
export function layOutCredits(text: string, stage: Stage, measure: MeasureText): Mark[] {
  const lines = text.slice(0, 4000).trim().split('\n').map(parseCreditLine);
  const safe = stage.titleSafe;
  const width = safe.right - safe.left;
  const natural = placeCredits(lines, 1, stage, measure, width);
  const scale = Math.max(
    smallest,
    Math.min(1, (safe.bottom - safe.top) / natural.height, width / natural.width),
  );
  const placed = scale === 1 ? natural : placeCredits(lines, scale, stage, measure, width);
  const top = Math.max(safe.top, stage.heightUnits * 0.49 - placed.height / 2);
  return [
    coverStage(stage, black, dim),
    ...placed.marks
      .map((mark) => (mark.kind === 'text' ? { ...mark, y: mark.y + top } : mark))
      .filter((mark) => mark.y <= safe.bottom + 1),
  ];
}

/** Reads one line of credits; see {@link layOutCredits}. */
export function parseCreditLine(line: string): CreditLine {
  const trimmed = line.trim();
  if (trimmed === '') return { kind: 'blank' };
  const pair = /^(.+?)(?:\s*\t\s*|\s*:\s+|\s*\.{3,}\s*|\s*…+\s*)(.+)$/u.exec(trimmed);
  const [, role, name] = pair ?? [];
  if (role === undefined || name === undefined) return { kind: 'heading', text: trimmed };
  return { kind: 'pair', role, name };
}

function placeCredits(
  lines: readonly CreditLine[],
  scale: number,
  stage: Stage,
  measure: MeasureText,
  width: number,
): { readonly marks: Mark[]; readonly height: number; readonly width: number } {
  // Rounded down: a little more than the scale asks for would reach over the edge.
  const sized = (face: Face): Face => ({ ...face, sizeUnits: Math.floor(face.sizeUnits * scale * 4) / 4 });
  const [role, name, heading] = [sized(roleFace), sized(nameFace), sized(headingFace)];
  const centre = stage.widthUnits / 2;
  const marks: Mark[] = [];
  let y = capHeight * role.sizeUnits;
  let halfWidth = 0;
  /** A pair that is too wide for its columns even on the smallest card is set as a line, which breaks. */
  const asSet = (line: CreditLine): CreditLine => {
    if (line.kind !== 'pair' || scale > smallest) return line;
    const widest = Math.max(lineWidth(line.role, role, measure), lineWidth(line.name, name, measure));
    if (widest <= (width - gutter * scale) / 2) return line;
    return { kind: 'heading', text: `${line.role}: ${line.name}` };
  };
  for (const line of lines.map(asSet)) {
    switch (line.kind) {
      case 'blank':
        y += blankStep * scale;
        break;
      case 'heading': {
        const fitted = fitText(
          {
            text: line.text,
            face: heading,
            maxWidthUnits: width,
            maxLines: 3,
            maxCharactersPerLine: 200,
            sizes: [1],
          },
          measure,
        );
        const step = lineStep * scale;
        marks.push(
          ...placeLines(fitted, { align: 'centre', x: centre, firstBaseline: y, step, alpha: 0.96 }),
        );
        y += fitted.lines.length * step;
        break;
      }
      case 'pair': {
        const roleWidth = lineWidth(line.role, role, measure);
        const nameWidth = lineWidth(line.name, name, measure);
        const half = (gutter * scale) / 2;
        marks.push(
          {
            kind: 'text',
            text: line.role,
            face: role,
            x: centre - half - roleWidth,
            y,
            ink: white,
            alpha: 0.7,
          },
          { kind: 'text', text: line.name, face: name, x: centre + half, y, ink: white, alpha: 0.96 },
        );
        halfWidth = Math.max(halfWidth, roleWidth + half, nameWidth + half);
        y += lineStep * scale;
        break;
      }
    }
  }
  return { marks, height: Math.max(1, y - lineStep * scale), width: Math.max(1, halfWidth * 2) };
}
