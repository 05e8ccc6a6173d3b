import { hex, mix, multiply, type Rgb, saturate, scale } from '../colour.ts';
import type { Hour, StagePlan } from '../reading/stage-plan.ts';

/** The light of a shot: what it does to every surface. */
export interface Light {
  /** Multiplies a surface's own colour. */
  readonly ambient: Rgb;
  readonly key: Rgb;
  /** The side the key light comes from, −1 left, +1 right. */
  readonly side: 1 | -1;
  readonly sky: { readonly top: Rgb; readonly low: Rgb; readonly glow: Rgb };
  readonly haze: Rgb;
  /** Share of haze per metre. */
  readonly hazePerM: number;
  /** How much darker the picture is away from the lamps, 0…1. */
  readonly falloff: number;
  readonly lampColour: Rgb;
  /** Lamps and windows are worth lighting. */
  readonly lampsLit: boolean;
  grade(surface: Rgb, zM: number): Rgb;
}

interface Sky {
  readonly ambient: Rgb;
  readonly key: Rgb;
  readonly top: Rgb;
  readonly low: Rgb;
  readonly glow: Rgb;
  readonly haze: Rgb;
}

const skies: Readonly<Record<Hour, Sky>> = {
  day: {
    ambient: hex('#fbf7ee'),
    key: hex('#fff3d6'),
    top: hex('#6fa6d6'),
    low: hex('#dcebf0'),
    glow: hex('#fff6df'),
    haze: hex('#cfdfe8'),
  },
  dawn: {
    ambient: hex('#e3c3bd'),
    key: hex('#ffd2a6'),
    top: hex('#6f83ad'),
    low: hex('#f6bfa6'),
    glow: hex('#ffe6b8'),
    haze: hex('#e9bfb2'),
  },
  dusk: {
    ambient: hex('#b48d95'),
    key: hex('#ffac6b'),
    top: hex('#2f3c68'),
    low: hex('#d9785f'),
    glow: hex('#ffc17a'),
    haze: hex('#94677a'),
  },
  night: {
    ambient: hex('#8390ad'),
    key: hex('#a9c4ec'),
    top: hex('#0d182d'),
    low: hex('#2c4468'),
    glow: hex('#cfe0ff'),
    haze: hex('#22395a'),
  },
};

/** Sources: hand-tuned values; the haze is exponential fog. */
export function readLight(plan: StagePlan, side: 1 | -1): Light {
  let sky = skies[plan.hour];
  const wet = plan.weather.has('rain') || plan.weather.has('storm') || plan.weather.has('cloud');
  const fog = plan.weather.has('fog');
  if (wet) {
    const dull = (c: Rgb): Rgb => scale(saturate(c, 0.55), 0.86);
    sky = {
      ...sky,
      ambient: dull(sky.ambient),
      top: dull(sky.top),
      low: dull(sky.low),
      haze: dull(sky.haze),
      glow: dull(sky.glow),
    };
  }
  if (fog) {
    const pale = mix(sky.haze, plan.hour === 'night' ? hex('#6d7f96') : hex('#e6e9ea'), 0.6);
    sky = { ...sky, low: mix(sky.low, pale, 0.8), top: mix(sky.top, pale, 0.45), haze: pale };
  }
  const inside = plan.inside;
  const dark = plan.hour === 'night' || plan.hour === 'dusk' || (plan.hour === 'dawn' && inside);
  const ambient = inside
    ? dark
      ? hex('#a08a78')
      : plan.hour === 'dawn'
        ? hex('#dcc4b6')
        : hex('#efe6d8')
    : sky.ambient;
  const hazePerM = inside ? 0.004 : fog ? 0.035 : wet ? 0.011 : 0.0042;
  const haze = inside ? mix(sky.haze, hex('#3a3230'), dark ? 0.6 : 0) : sky.haze;
  return {
    ambient,
    key: inside && dark ? hex('#ffd08a') : sky.key,
    side,
    sky: { top: sky.top, low: sky.low, glow: sky.glow },
    haze,
    hazePerM,
    falloff: inside ? (dark ? 0.52 : 0.28) : plan.hour === 'night' ? 0.36 : 0.18,
    lampColour: hex('#ffcf86'),
    lampsLit: dark || fog,
    grade: (surface, zM) =>
      mix(multiply(surface, ambient), haze, Math.min(0.92, 1 - Math.exp(-zM * hazePerM))),
  };
}
