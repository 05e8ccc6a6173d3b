import type { ProjectSettings } from '../../../../contract/projects.ts';
import type { JsonValue } from '../../../../domain/kernel/patch.ts';
import { aspectNames, aspects, frameSize } from '../../../../domain/project/frame-shape.ts';
import type { Aspect } from '../../../../domain/project/project.ts';

/** Sizes that are offered, by the shorter side of the frame: 1080 is 1920 × 1080 across and 1080 × 1920 upright. */
export const shortSides = [540, 720, 1080, 1440, 2160] as const;

export function heightFor(aspect: Aspect, shortSidePx: number): number {
  const [width, height] = aspects[aspect];
  return height > width ? Math.round((shortSidePx * height) / width) : shortSidePx;
}

/** The offered size that a frame has; the usual one for any other. */
export function shortSideOf({ aspect, heightPx }: Pick<ProjectSettings, 'aspect' | 'heightPx'>): number {
  return shortSides.find((side) => heightFor(aspect, side) === heightPx) ?? usualSettings.heightPx;
}

/** Frame rates that are offered, as a person calls them. */
export const rates = {
  '23.976': { fpsNum: 24_000, fpsDen: 1_001 },
  '24': { fpsNum: 24, fpsDen: 1 },
  '25': { fpsNum: 25, fpsDen: 1 },
  '29.97': { fpsNum: 30_000, fpsDen: 1_001 },
  '30': { fpsNum: 30, fpsDen: 1 },
  '50': { fpsNum: 50, fpsDen: 1 },
  '60': { fpsNum: 60, fpsDen: 1 },
} as const;
export type RateName = keyof typeof rates;
export const rateNames = [
  '23.976',
  '24',
  '25',
  '29.97',
  '30',
  '50',
  '60',
] as const satisfies readonly RateName[];

/** What a film is made with where nobody chose: good for a first film, and quick to draw. */
export const usualSettings: ProjectSettings = {
  aspect: '16:9',
  heightPx: 720,
  fpsNum: 24,
  fpsDen: 1,
  style: null,
};

/** The settings that were used last, from the preference `newProject`; what does not fit is as usual. */
export function readSettings(preference: JsonValue | undefined, styles: readonly string[]): ProjectSettings {
  const stored: { readonly [field: string]: JsonValue } =
    typeof preference === 'object' && preference !== null && !Array.isArray(preference)
      ? (preference as { readonly [field: string]: JsonValue })
      : {};
  const rate = Object.values(rates).find(
    ({ fpsNum, fpsDen }) => fpsNum === stored['fpsNum'] && fpsDen === stored['fpsDen'],
  );
  const known = aspectNames.find((name) => name === stored['aspect']) ?? usualSettings.aspect;
  const side = shortSides.find((wanted) => heightFor(known, wanted) === stored['heightPx']);
  return {
    aspect: known,
    heightPx: heightFor(known, side ?? usualSettings.heightPx),
    ...(rate ?? { fpsNum: usualSettings.fpsNum, fpsDen: usualSettings.fpsDen }),
    style: styles.find((style) => style === stored['style']) ?? null,
  };
}

export function rateNameOf({ fpsNum, fpsDen }: Pick<ProjectSettings, 'fpsNum' | 'fpsDen'>): RateName {
  return rateNames.find((name) => rates[name].fpsNum === fpsNum && rates[name].fpsDen === fpsDen) ?? '24';
}

/** "1920 × 1080". */
export function sizeOf(aspect: Aspect, shortSidePx: number): string {
  const { widthPx, heightPx } = frameSize(aspect, heightFor(aspect, shortSidePx));
  return `${widthPx} × ${heightPx}`;
}
