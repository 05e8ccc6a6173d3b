import { contrast, hex, luma, mix, type Rgb, saturate } from '../colour.ts';
import { defaultLook, type Look, type LookName, lookNames } from './look.ts';

/** Flat colour under film light: no outlines but a breath of one, strong lamps, deep corners. */
const cinema: Look = {
  name: 'cinema',
  paper: hex('#101418'),
  tone: (c) => contrast(saturate(c, 1.08), 1.06),
  line: { weight: 0.9, alpha: 0.35, colour: null, wobble: 0, twice: false, strokes: null },
  surface: { opacity: 1, form: 0.34, hatch: 0, edge: 0, grain: 0.1 },
  light: { falloff: 1, glow: 1, rim: 0.55 },
  page: { vignette: 0.42, texture: 0.06, border: 'none' },
};

/** Lifts dark tones: 1 leaves them, less lightens. */
function lift(c: Rgb, gamma: number): Rgb {
  const f = (n: number): number => 255 * (Math.max(0, n) / 255) ** gamma;
  return [f(c[0]), f(c[1]), f(c[2])];
}

const inkPaper = hex('#f4ecdb');
const inkWashes = [
  hex('#23222a'),
  hex('#5d5a60'),
  hex('#9b948c'),
  hex('#cfc5b3'),
  hex('#ece3d0'),
  hex('#f8f2e4'),
] as const;
/** Brush and pen on warm paper: a few grey washes, and one colour kept for what burns. */
const ink: Look = {
  name: 'ink',
  paper: inkPaper,
  tone: (c) => {
    const l = Math.max(0.02, Math.min(0.999, (luma(c) ** 0.58 - 0.2) * 1.5));
    const at = l * (inkWashes.length - 1);
    const low = Math.floor(at);
    // Most of the way to the nearest wash, so that the tones fall into groups.
    const t = at - low;
    const step = t < 0.35 ? t * 0.25 : t > 0.65 ? 1 - (1 - t) * 0.25 : 0.0875 + ((t - 0.35) / 0.3) * 0.825;
    const wash = mix(inkWashes[low] ?? inkPaper, inkWashes[low + 1] ?? inkPaper, step);
    const warm =
      Math.max(0, Math.min(1, (c[0] - c[2] - 70) / 90)) * Math.max(0, Math.min(1, (luma(c) - 0.3) / 0.3));
    return mix(mix(wash, saturate(c, 0.9), 0.08), saturate(lift(c, 0.8), 1.15), warm * 0.75);
  },
  line: { weight: 2.3, alpha: 0.95, colour: hex('#17161b'), wobble: 1.2, twice: true, strokes: null },
  surface: { opacity: 1, form: 0.08, hatch: 0.5, edge: 0.06, grain: 0.13 },
  light: { falloff: 0.3, glow: 0.4, rim: 0 },
  page: { vignette: 0, texture: 0.3, border: 'deckle' },
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
  line: { weight: 1.2, alpha: 0.8, colour: hex('#050506'), wobble: 0.4, twice: false, strokes: null },
  surface: { opacity: 1, form: 0.62, hatch: 0.3, edge: 0, grain: 0.16 },
  light: { falloff: 1.28, glow: 1.05, rim: 1 },
  page: { vignette: 0.6, texture: 0.14, border: 'none' },
};

/** Gouache and coloured pencil: bright, soft, friendly; nights are violet and never black. */
const storybook: Look = {
  name: 'storybook',
  paper: hex('#fff6e4'),
  tone: (c) => {
    const bright = saturate(lift(c, 0.68), 1.75);
    const l = luma(bright);
    return mix(mix(bright, hex('#6a4fa0'), (1 - l) * 0.2), hex('#ffe2a8'), 0.08 + l * 0.06);
  },
  line: { weight: 2.1, alpha: 0.8, colour: hex('#3b2a4a'), wobble: 0.8, twice: false, strokes: null },
  surface: { opacity: 1, form: 0.14, hatch: 0, edge: 0.16, grain: 0.26 },
  light: { falloff: 0.26, glow: 0.75, rim: 0 },
  page: { vignette: 0, texture: 0.16, border: 'deckle' },
};

const blue = hex('#123f7c');
/** White line on drafting blue. */
const blueprint: Look = {
  name: 'blueprint',
  paper: blue,
  tone: (c) => mix(hex('#0c2f63'), hex('#3f7cc4'), luma(c) ** 0.9 * 0.78),
  line: {
    weight: 1.7,
    alpha: 1,
    colour: hex('#eaf3ff'),
    wobble: 0.15,
    twice: false,
    strokes: hex('#bcd6f7'),
  },
  surface: { opacity: 0.96, form: 0, hatch: 0.16, edge: 0, grain: 0.05 },
  light: { falloff: 0.12, glow: 0.4, rim: 0 },
  page: { vignette: 0.16, texture: 0.1, border: 'grid' },
};

/** Thin pigment on white paper: pale washes, edges where they dried, a pencil under them. */
const watercolour: Look = {
  name: 'watercolour',
  paper: hex('#fdfbf6'),
  tone: (c) => {
    const pale = mix(saturate(lift(c, 0.55), 1.7), hex('#fffdf8'), 0.36);
    return mix(pale, hex('#5577c0'), (1 - luma(pale)) * 0.2);
  },
  line: { weight: 0.85, alpha: 0.5, colour: hex('#554d58'), wobble: 0.9, twice: false, strokes: null },
  surface: { opacity: 0.8, form: 0.2, hatch: 0, edge: 0.7, grain: 0.36 },
  light: { falloff: 0.12, glow: 0.5, rim: 0 },
  page: { vignette: 0, texture: 0.4, border: 'wash' },
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
