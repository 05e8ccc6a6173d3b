import { contrast, hex, luma, mix, saturate } from '../colour.ts';
import { defaultLook, type Look, type LookName, lookNames } from './look.ts';

/** Flat colour under film light: no outlines but a breath of one, strong lamps, deep corners. */
const cinema: Look = {
  name: 'cinema',
  paper: hex('#101418'),
  tone: (c) => contrast(saturate(c, 1.08), 1.06),
  line: { weight: 0.9, alpha: 0.35, colour: null, wobble: 0, twice: false },
  surface: { opacity: 1, form: 0.34, hatch: 0, edge: 0, grain: 0.1 },
  light: { falloff: 1, glow: 1, rim: 0.55 },
  page: { vignette: 0.42, texture: 0.06, border: 'none' },
};

const inkPaper = hex('#f1e8d6');
/** Brush and pen on warm paper with a thin wash. */
const ink: Look = {
  name: 'ink',
  paper: inkPaper,
  tone: (c) => {
    const l = luma(c) ** 0.72;
    const wash = mix(hex('#2a2b33'), inkPaper, Math.min(1, 0.16 + l * 0.96));
    return mix(wash, saturate(c, 0.9), 0.24);
  },
  line: { weight: 2, alpha: 0.92, colour: hex('#1b1a1f'), wobble: 1.3, twice: true },
  surface: { opacity: 1, form: 0.1, hatch: 0.55, edge: 0.1, grain: 0.16 },
  light: { falloff: 0.42, glow: 0.45, rim: 0 },
  page: { vignette: 0.1, texture: 0.3, border: 'deckle' },
};

const noirSteps = [0.045, 0.13, 0.27, 0.47, 0.72, 0.94] as const;
/** Black and white, hard light, few greys. */
const noir: Look = {
  name: 'noir',
  paper: hex('#0b0b0d'),
  tone: (c) => {
    const l = Math.max(0, Math.min(1, (luma(c) - 0.08) * 1.22));
    let step = noirSteps[0] as number;
    for (const s of noirSteps) if (Math.abs(s - l) < Math.abs(step - l)) step = s;
    const v = (step * 0.75 + l * 0.25) * 255;
    return [v, v * 0.995, v * 0.975];
  },
  line: { weight: 1.2, alpha: 0.8, colour: hex('#050506'), wobble: 0.4, twice: false },
  surface: { opacity: 1, form: 0.62, hatch: 0.3, edge: 0, grain: 0.16 },
  light: { falloff: 1.28, glow: 1.05, rim: 1 },
  page: { vignette: 0.6, texture: 0.14, border: 'none' },
};

/** Gouache and coloured pencil: bright, soft, friendly. */
const storybook: Look = {
  name: 'storybook',
  paper: hex('#fbf3e2'),
  tone: (c) => mix(saturate(contrast(c, 0.9), 1.45), hex('#ffdfae'), 0.15),
  line: { weight: 1.7, alpha: 0.75, colour: null, wobble: 0.9, twice: false },
  surface: { opacity: 1, form: 0.16, hatch: 0, edge: 0.14, grain: 0.42 },
  light: { falloff: 0.5, glow: 0.8, rim: 0 },
  page: { vignette: 0, texture: 0.22, border: 'deckle' },
};

const blue = hex('#123f7c');
/** White line on drafting blue. */
const blueprint: Look = {
  name: 'blueprint',
  paper: blue,
  tone: (c) => mix(hex('#0e3369'), hex('#3a74b8'), luma(c) ** 0.9 * 0.72),
  line: { weight: 1.35, alpha: 0.92, colour: hex('#dcebff'), wobble: 0.15, twice: false },
  surface: { opacity: 0.96, form: 0, hatch: 0.16, edge: 0, grain: 0.05 },
  light: { falloff: 0.12, glow: 0.4, rim: 0 },
  page: { vignette: 0.16, texture: 0.1, border: 'grid' },
};

/** Thin pigment on white paper, edges where it dried. */
const watercolour: Look = {
  name: 'watercolour',
  paper: hex('#fbf8f1'),
  tone: (c) => {
    const lifted = mix(saturate(c, 1.28), hex('#fdfaf3'), 0.3);
    return mix(lifted, hex('#4b5f92'), (1 - luma(c)) * 0.12);
  },
  line: { weight: 0.8, alpha: 0.4, colour: hex('#4a4550'), wobble: 0.8, twice: false },
  surface: { opacity: 0.93, form: 0.2, hatch: 0, edge: 0.55, grain: 0.6 },
  light: { falloff: 0.34, glow: 0.6, rim: 0 },
  page: { vignette: 0, texture: 0.4, border: 'deckle' },
};

const looks: Readonly<Record<LookName, Look>> = { cinema, ink, noir, storybook, blueprint, watercolour };

const alsoCalled: readonly (readonly [RegExp, LookName])[] = [
  [/water|aquarell|wash/i, 'watercolour'],
  [/noir|black.?and.?white|b&w|monochrome/i, 'noir'],
  [/story.?book|children|gouache|fairy|cartoon/i, 'storybook'],
  [/blue.?print|technical|schematic/i, 'blueprint'],
  [/ink|pen|sketch|comic|manga|graphic|pencil|charcoal/i, 'ink'],
];

/** The look of a style's name; free text goes to the look it resembles, anything else to {@link defaultLook}. */
export function chooseLook(style: string): Look {
  const wanted = style.trim().toLowerCase();
  const exact = lookNames.find((name) => name === wanted);
  if (exact !== undefined) return looks[exact];
  return looks[alsoCalled.find(([pattern]) => pattern.test(wanted))?.[1] ?? defaultLook];
}

/** Names that `--style` takes, the default first. */
export const animaticLooks: readonly LookName[] = lookNames;
