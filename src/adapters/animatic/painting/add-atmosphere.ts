import { css, hex, mix } from '../colour.ts';
import { createGlowSprite, drawGlow } from './glow-sprite.ts';
import type { SetScene } from './sets/set-scene.ts';

/** Fog, rain and snow that lie before the far parts of the picture. */
export function addWeather(scene: SetScene, part: 'behind' | 'before'): void {
  const { plan } = scene;
  if (plan.weather.has('fog') && (!plan.inside || part === 'before')) addFog(scene, part);
  if (plan.inside) return;
  if (part === 'before' && (plan.weather.has('rain') || plan.weather.has('storm'))) addRain(scene);
  if (part === 'before' && plan.weather.has('snow')) addSnow(scene);
}

function addFog(scene: SetScene, part: 'behind' | 'before'): void {
  const { stack, camera, light, random } = scene;
  const count = part === 'behind' ? 3 : 1;
  for (let i = 0; i < count; i++) {
    const z = part === 'behind' ? camera.subjectM * (4 - i) : camera.subjectM * 0.8;
    const y = part === 'behind' ? camera.horizonY - 0.05 + i * 0.07 : 0.94;
    const tall = part === 'behind' ? 0.16 : 0.2;
    const drift = random.chance(0.5) ? 1 : -1;
    stack.add(
      'fog',
      z,
      (brush) => {
        const { ctx, view } = brush;
        const tone = brush.look.tone(mix(light.haze, hex('#ffffff'), 0.2));
        for (let k = 0; k < 12; k++) {
          const x = view.x + (k / 11) * view.w + random.bell() * 0.1;
          const r = random.between(0.2, 0.42);
          const yy = y + random.bell() * tall * 0.5;
          ctx.save();
          ctx.translate(x, yy);
          ctx.scale(1, 0.36);
          const g = ctx.createRadialGradient(0, 0, 0, 0, 0, r);
          g.addColorStop(0, css(tone, part === 'behind' ? 0.5 : 0.3));
          g.addColorStop(0.6, css(tone, part === 'behind' ? 0.2 : 0.12));
          g.addColorStop(1, css(tone, 0));
          ctx.fillStyle = g;
          ctx.fillRect(-r, -r, r * 2, r * 2);
          ctx.restore();
        }
        if (brush.look.line.colour !== null) {
          for (let k = 0; k < 6; k++) {
            const x = view.x + random.next() * view.w;
            const w = random.between(0.1, 0.3);
            brush.line(
              [
                [x - w, y],
                [x, y - 0.01],
                [x + w, y + 0.004],
              ],
              tone,
              0.003,
              { shines: true, alpha: 0.5 },
            );
          }
        }
      },
      {
        sway: {
          x: 0,
          y,
          lift: 0,
          turnRad: 0,
          stretch: 0,
          driftX: drift * 0.05,
          periodS: random.between(14, 22),
          phase: random.between(0, 6),
        },
      },
    );
  }
}

interface Streak {
  readonly x: number;
  readonly y: number;
  readonly speed: number;
  readonly long: number;
}

function addRain(scene: SetScene): void {
  const { stack, camera, random, light } = scene;
  const slant =
    -light.side * (scene.plan.weather.has('wind') || scene.plan.weather.has('storm') ? 0.62 : 0.34);
  const make = (count: number, long: number, speed: number): Streak[] =>
    Array.from({ length: count }, () => ({
      x: random.between(-0.5, 0.5) * (camera.aspect + 1.2),
      y: random.next() * 1.4,
      speed: speed * random.between(0.85, 1.15),
      long: long * random.between(0.6, 1.3),
    }));
  const sheets: readonly (readonly [Streak[], number, number])[] = [
    [make(110, 0.05, 1.5), 0.0011, 0.3],
    [make(60, 0.11, 2.3), 0.0018, 0.36],
  ];
  const colour = mix(light.sky.glow, hex('#dfe8f2'), 0.6);
  for (const [streaks, width, alpha] of sheets) {
    stack.live(0, ({ ctx, t }) => {
      ctx.strokeStyle = css(scene.toneOf(colour), alpha);
      ctx.lineWidth = width;
      ctx.lineCap = 'round';
      ctx.beginPath();
      for (const s of streaks) {
        const y = ((s.y + t * s.speed) % 1.4) - 0.2;
        const x = s.x + slant * (y - 0.5);
        ctx.moveTo(x, y);
        ctx.lineTo(x + slant * s.long, y + s.long);
      }
      ctx.stroke();
    });
  }
}

function addSnow(scene: SetScene): void {
  const { stack, camera, random } = scene;
  const flakes = Array.from({ length: 130 }, () => ({
    x: random.between(-0.6, 0.6) * camera.aspect,
    y: random.next() * 1.2,
    r: random.between(0.0014, 0.0052),
    phase: random.between(0, 6.28),
  }));
  stack.live(0, ({ ctx, t }) => {
    ctx.fillStyle = css(scene.toneOf(hex('#ffffff')), 0.85);
    ctx.beginPath();
    for (const f of flakes) {
      const y = ((f.y + t * (0.06 + f.r * 22)) % 1.2) - 0.1;
      const x = f.x + Math.sin(t * 0.9 + f.phase) * 0.02;
      ctx.moveTo(x + f.r, y);
      ctx.arc(x, y, f.r, 0, Math.PI * 2);
    }
    ctx.fill();
  });
}

/** The turning arm of light from each lighthouse in the picture. */
export function addBeams(scene: SetScene): void {
  const { stack, camera } = scene;
  if (!scene.light.lampsLit) return;
  for (const lamp of scene.beacon) {
    const phase = scene.random.between(0, 6.28);
    const colour = scene.toneOf(hex('#fff0c6'));
    const sprite = createGlowSprite(colour);
    stack.live(lamp.zM, (moment) => {
      const { ctx, t } = moment;
      ctx.globalCompositeOperation = 'screen';
      for (const half of [0, Math.PI]) {
        // A beam that turns on a vertical axis: long when it lies across the view, a flare when it looks at us.
        const a = phase + t * 0.5 + half;
        const across = Math.cos(a);
        const toward = Math.sin(a);
        const reach = camera.aspect * 1.2 * across;
        const spread = 0.05 + 0.09 * Math.abs(across) * (toward > 0 ? 1.5 : 0.7);
        const end = lamp.y + toward * 0.16;
        const g = ctx.createLinearGradient(lamp.x, lamp.y, lamp.x + reach, end);
        const strength = 0.5 * (toward > 0 ? 1 : 0.6);
        g.addColorStop(0, css(colour, strength));
        g.addColorStop(0.3, css(colour, strength * 0.45));
        g.addColorStop(1, css(colour, 0));
        ctx.fillStyle = g;
        ctx.beginPath();
        ctx.moveTo(lamp.x, lamp.y - 0.006);
        ctx.lineTo(lamp.x + reach, end - spread);
        ctx.lineTo(lamp.x + reach, end + spread);
        ctx.lineTo(lamp.x, lamp.y + 0.006);
        ctx.fill();
      }
      const flare = 0.12 + 0.16 * Math.max(0, Math.sin(phase + t * 0.5)) ** 6;
      drawGlow(moment, sprite, lamp.x, lamp.y, flare * 1.3, 1);
      ctx.globalCompositeOperation = 'source-over';
    });
  }
}
