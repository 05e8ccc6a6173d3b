import { css, hex, lighten, mix, type Rgb } from '../../colour.ts';
import { curve, ellipse, type Point } from '../../geometry.ts';
import type { Brush } from '../brush.ts';
import type { SetScene } from './set-scene.ts';

/** Sky, its light, its clouds; the far end of every exterior. */
export function addSky(scene: SetScene): void {
  const { plan, camera, random, light, stack } = scene;
  const sunX = light.side * random.between(0.12, 0.42) * camera.aspect;
  const clouds = random.next();
  stack.add('sky', Number.POSITIVE_INFINITY, (brush) => {
    paintGradient(brush, light.sky.top, light.sky.low, camera.horizonY);
    const grey = plan.weather.has('rain') || plan.weather.has('storm') || plan.weather.has('cloud');
    const fog = plan.weather.has('fog');
    if (plan.hour === 'night' && !fog) paintStars(brush, camera.horizonY, grey ? 26 : 150);
    if (!grey && !fog) paintSunOrMoon(brush, scene, sunX);
    else if (plan.hour === 'night') brush.glow(sunX, camera.horizonY - 0.42, 0.5, hex('#a9bedd'), 0.4);
    else brush.glow(sunX, camera.horizonY - 0.3, 0.8, light.sky.glow, 0.5);
    if (plan.hour === 'dawn' || plan.hour === 'dusk')
      brush.glow(sunX, camera.horizonY, 0.9, light.sky.glow, fog ? 0.3 : 0.75);
    if (!fog) paintClouds(brush, scene, grey ? 11 : 3 + Math.round(clouds * 5), grey);
  });
}

export function paintGradient(brush: Brush, top: Rgb, low: Rgb, horizonY: number): void {
  const { ctx, view } = brush;
  const y1 = Math.max(view.y + 0.2, Math.min(view.y + view.h, horizonY + 0.02));
  const gradient = ctx.createLinearGradient(0, Math.min(view.y, 0), 0, y1);
  for (let i = 0; i <= 6; i++) {
    const t = i / 6;
    gradient.addColorStop(t, css(brush.look.tone(mix(top, low, t ** 1.25))));
  }
  ctx.fillStyle = gradient;
  ctx.fillRect(view.x, view.y, view.w, view.h);
}

function paintStars(brush: Brush, horizonY: number, count: number): void {
  const { random, view, ctx } = brush;
  for (let i = 0; i < count; i++) {
    const y = view.y + random.next() * Math.max(0.1, horizonY - view.y);
    const x = view.x + random.next() * view.w;
    ctx.fillStyle = css(
      brush.look.tone(hex('#f4f2ff')),
      random.between(0.2, 0.9) * Math.max(0, 1 - (y / Math.max(0.2, horizonY)) * 0.8),
    );
    const r = random.between(0.0007, 0.0018);
    ctx.beginPath();
    ctx.arc(x, y, r, 0, Math.PI * 2);
    ctx.fill();
  }
}

function paintSunOrMoon(brush: Brush, scene: SetScene, x: number): void {
  const { plan, camera, light, random } = scene;
  const low = plan.hour === 'dawn' || plan.hour === 'dusk';
  const y = camera.horizonY - (low ? random.between(0.02, 0.1) : random.between(0.28, 0.4));
  if (plan.hour === 'day') {
    brush.glow(x, y, 0.6, light.sky.glow, 0.5);
    return;
  }
  const r = low ? 0.06 : 0.036;
  brush.glow(x, y, r * 9, light.sky.glow, 0.7);
  brush.fill(ellipse(x, y, r, r), light.sky.glow, { shines: true, line: 0.5, form: 0.2 });
  if (!low) {
    brush.fill(
      ellipse(x - r * 0.25, y - r * 0.2, r * 0.22, r * 0.18),
      mix(light.sky.glow, light.sky.top, 0.22),
      { shines: true, line: 0, plain: true },
    );
    brush.fill(
      ellipse(x + r * 0.3, y + r * 0.25, r * 0.28, r * 0.2),
      mix(light.sky.glow, light.sky.top, 0.18),
      { shines: true, line: 0, plain: true },
    );
  }
}

function paintClouds(brush: Brush, scene: SetScene, count: number, grey: boolean): void {
  const { random, view } = brush;
  const { camera, light } = scene;
  const high = Math.max(0.15, camera.horizonY - view.y);
  for (let i = 0; i < count; i++) {
    const depth = i / Math.max(1, count);
    const y = view.y + high * (grey ? 0.02 + depth * 0.8 : 0.1 + depth * 0.76);
    const x = view.x + random.next() * view.w;
    const long = random.between(0.25, grey ? 0.95 : 0.6) * (1.25 - depth * 0.7);
    const tall = long * random.between(0.1, 0.2) * (1.2 - depth * 0.6);
    const body = grey
      ? mix(light.sky.top, light.sky.low, 0.15 + depth * 0.5 + random.bell() * 0.08)
      : mix(light.sky.low, lighten(light.sky.glow, 0.4), 0.6);
    const points: Point[] = [];
    const bumps = 7;
    for (let k = 0; k <= bumps; k++) {
      const t = k / bumps;
      points.push([
        x - long / 2 + t * long,
        y - Math.sin(t * Math.PI) * tall * random.between(0.6, 1.25) - tall * 0.1,
      ]);
    }
    for (let k = bumps; k >= 0; k -= 2) {
      const t = k / bumps;
      points.push([
        x - long / 2 + t * long * 0.96,
        y + Math.sin(t * Math.PI) * tall * random.between(0.08, 0.3),
      ]);
    }
    brush.fill(curve(...points), body, {
      shines: true,
      line: grey ? 0.3 : 0.45,
      alpha: grey ? 0.72 : 0.62,
      form: 0.5,
      plain: i % 2 === 1,
    });
  }
}
