import { createRandom, type Random } from '../random.ts';
import { createLowPass, createNoise, createResonator, type Voice } from './voice.ts';

function add(out: Float32Array, i: number, left: number, right: number): void {
  out[i * 2] = (out[i * 2] ?? 0) + left;
  out[i * 2 + 1] = (out[i * 2 + 1] ?? 0) + right;
}

/** A room at rest: soft low noise and a trace of mains. */
export function createHum(seed: number, sampleRate: number, level: number): Voice {
  const left = createNoise(seed);
  const right = createNoise(seed ^ 0x5a5a5a);
  const low = [createLowPass(sampleRate), createLowPass(sampleRate)] as const;
  return (out, startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const t = startS + i / sampleRate;
      const mains = Math.sin(t * 2 * Math.PI * 100) * 0.12 + Math.sin(t * 2 * Math.PI * 50) * 0.2;
      add(out, i, (low[0](left(), 240) * 6 + mains) * level, (low[1](right(), 240) * 6 + mains) * level);
    }
  };
}

/** Wind that swells and falls; with `whistle` it sings a little. */
export function createWind(seed: number, sampleRate: number, level: number, whistle: boolean): Voice {
  const noise = [createNoise(seed), createNoise(seed ^ 0x33cc33)] as const;
  const low = [createLowPass(sampleRate), createLowPass(sampleRate)] as const;
  const sing = createResonator(sampleRate, 520 + (seed & 127), 60);
  const random = createRandom('wind', seed);
  const phase = [random.between(0, 6), random.between(0, 6), random.between(0, 6)] as const;
  return (out, startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const t = startS + i / sampleRate;
      const gust = 0.55 + 0.3 * Math.sin(t * 0.7 + phase[0]) + 0.15 * Math.sin(t * 1.9 + phase[1]);
      const a = noise[0]();
      const l = low[0](a, 180 + 420 * gust) * 3.2;
      const r = low[1](noise[1](), 180 + 420 * gust) * 3.2;
      const s = whistle ? sing(a) * 4 * gust * gust : 0;
      const pan = 0.5 + 0.3 * Math.sin(t * 0.4 + phase[2]);
      add(out, i, (l + s) * gust * level * (1.2 - pan), (r + s) * gust * level * (0.2 + pan));
    }
  };
}

/** Waves that come in, break and draw back; `brook` runs evenly. */
export function createSurf(seed: number, sampleRate: number, level: number, brook: boolean): Voice {
  const noise = [createNoise(seed), createNoise(seed ^ 0x0ff0ff)] as const;
  const low = [createLowPass(sampleRate), createLowPass(sampleRate)] as const;
  const random = createRandom('surf', seed);
  const period = random.between(5.5, 8);
  const phase = random.between(0, 6);
  return (out, startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const t = startS + i / sampleRate;
      const u = (Math.sin((t / period) * 2 * Math.PI + phase) + 1) / 2;
      const v = (Math.sin((t / period) * 2 * Math.PI * 1.31 + phase + 1.2) + 1) / 2;
      const swell = brook ? 0.6 + 0.12 * Math.sin(t * 5.1) : 0.22 + 0.78 * u * u;
      const other = brook ? 0.6 + 0.12 * Math.sin(t * 4.3 + 1) : 0.22 + 0.78 * v * v;
      const hz = brook ? 1500 : 300;
      add(
        out,
        i,
        low[0](noise[0](), hz + 1400 * swell) * swell * level * 1.6,
        low[1](noise[1](), hz + 1400 * other) * other * level * 1.6,
      );
    }
  };
}

/** Steady rain with single drops in it. */
export function createRain(seed: number, sampleRate: number, level: number): Voice {
  const noise = [createNoise(seed), createNoise(seed ^ 0x777777)] as const;
  const low = [createLowPass(sampleRate), createLowPass(sampleRate)] as const;
  const drops = createNoise(seed ^ 0x135);
  const ring = createResonator(sampleRate, 2300, 420);
  return (out, _startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const a = noise[0]();
      const b = noise[1]();
      const drop = ring(drops() > 0.9985 ? 1 : 0) * 9;
      add(
        out,
        i,
        (a - low[0](a, 900)) * level * 0.55 + drop * level,
        (b - low[1](b, 900)) * level * 0.55 + drop * level * 0.7,
      );
    }
  };
}

/** A radio between stations. */
export function createStatic(seed: number, sampleRate: number, level: number): Voice {
  const noise = createNoise(seed);
  const band = createResonator(sampleRate, 1500, 1500);
  const crackle = createNoise(seed ^ 0x2468);
  return (out, startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const t = startS + i / sampleRate;
      const fade = 0.6 + 0.4 * Math.sin(t * 2.3 + (seed & 7)) * Math.sin(t * 0.9);
      const s =
        band(noise() * fade + (crackle() > 0.9992 ? 3 : 0)) * level * 2.2 +
        Math.sin(t * 2 * Math.PI * (840 + 60 * Math.sin(t * 0.7))) * level * 0.06;
      add(out, i, s, s);
    }
  };
}

/** A gull now and then: a cry that falls. */
export function createGulls(random: Random, sampleRate: number, level: number): Voice {
  const cries: { at: number; hz: number; pan: number; calls: number }[] = [];
  for (let t = random.between(0.3, 2.2); t < 60; t += random.between(2.2, 6))
    cries.push({
      at: t,
      hz: random.between(1050, 1500),
      pan: random.between(0.15, 0.85),
      calls: random.whole(1, 3),
    });
  return (out, startS) => {
    const endS = startS + out.length / 2 / sampleRate;
    for (const cry of cries) {
      for (let c = 0; c < cry.calls; c++) {
        const begin = cry.at + c * 0.42;
        const long = 0.34;
        if (begin > endS || begin + long < startS) continue;
        for (let i = Math.max(0, Math.floor((begin - startS) * sampleRate)); i < out.length / 2; i++) {
          const u = (startS + i / sampleRate - begin) / long;
          if (u < 0) continue;
          if (u > 1) break;
          // Integral of a frequency that rises shortly and then falls.
          const turn = cry.hz * long * (u + 0.22 * Math.sin(u * Math.PI) - 0.18 * u * u);
          const s =
            (Math.sin(turn * 2 * Math.PI) + 0.35 * Math.sin(turn * 4 * Math.PI)) *
            Math.sin(u * Math.PI) ** 1.5 *
            level;
          add(out, i, s * (1 - cry.pan), s * cry.pan);
        }
      }
    }
  };
}

/** Speech without words: a voice-like tone in syllables, through two vowels. */
export function createMurmur(
  seed: number,
  sampleRate: number,
  level: number,
  pitchHz: number,
  wide: number,
): Voice {
  const random = createRandom('murmur', seed);
  const syllables: { at: number; long: number; pitch: number; open: number }[] = [];
  let t = 0.35;
  while (t < 90) {
    const words = random.whole(3, 8);
    for (let w = 0; w < words; w++) {
      const long = random.between(0.11, 0.24);
      syllables.push({
        at: t,
        long,
        pitch: pitchHz * (1.12 - 0.2 * (w / words)) * random.between(0.94, 1.07),
        open: random.next(),
      });
      t += long + random.between(0.02, 0.06);
    }
    t += random.between(0.22, 0.6);
  }
  const dark = createResonator(sampleRate, 480, 140);
  const bright = createResonator(sampleRate, 1250, 220);
  const breath = createNoise(seed);
  let phase = 0;
  let gain = 0;
  let index = 0;
  return (out, startS) => {
    for (let i = 0; i < out.length / 2; i++) {
      const now = startS + i / sampleRate;
      while (
        index < syllables.length - 1 &&
        now > (syllables[index]?.at ?? 0) + (syllables[index]?.long ?? 0)
      )
        index++;
      const s = syllables[index];
      const inside = s !== undefined && now >= s.at;
      const u = inside && s !== undefined ? (now - s.at) / s.long : 0;
      const want = inside ? Math.sin(Math.min(1, Math.max(0, u)) * Math.PI) : 0;
      gain += (want - gain) * 0.004;
      phase += (s?.pitch ?? pitchHz) / sampleRate;
      if (phase >= 1) phase -= 1;
      const pulse = (phase < 0.32 ? Math.sin((phase / 0.32) * Math.PI) : 0) - 0.2 + breath() * 0.04;
      const v = (dark(pulse) * 2.4 + bright(pulse) * (0.5 + (s?.open ?? 0.5))) * gain * level;
      add(out, i, v * (1 + wide * 0.2), v * (1 - wide * 0.2));
    }
  };
}
