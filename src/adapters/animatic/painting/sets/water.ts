import { css, darken, hex, mix } from '../../colour.ts';
import { curve } from '../../geometry.ts';
import type { SetScene } from './set-scene.ts';

/** Water to the horizon (or from `topY` down), with its own small light. `zM` null: the subject's distance. */
export function addWater(scene: SetScene, topY: number, zM: number | null): void {
  const { camera, stack, light, plan, random } = scene;
  const z = zM ?? camera.subjectM * 1.5;
  const rough = plan.weather.has('storm') || plan.weather.has('rain') || plan.weather.has('wind') ? 1 : 0.4;
  const glowX = light.side * random.between(0.12, 0.42) * camera.aspect;
  const muddy = plan.flooded;
  stack.add('water', z, (brush) => {
    const { ctx, view } = brush;
    const bottom = view.y + view.h;
    const top = Math.max(view.y, topY);
    if (bottom <= top) return;
    const deep = muddy ? hex('#7d7058') : hex('#33566b');
    const gradient = ctx.createLinearGradient(0, top, 0, bottom);
    gradient.addColorStop(0, css(brush.look.tone(mix(light.sky.low, brush.light.grade(deep, 60), 0.35))));
    gradient.addColorStop(0.3, css(brush.look.tone(mix(light.sky.low, brush.light.grade(deep, 10), 0.68))));
    gradient.addColorStop(
      1,
      css(brush.look.tone(mix(light.sky.top, brush.light.grade(darken(deep, 0.2), 2), 0.72))),
    );
    ctx.fillStyle = gradient;
    ctx.fillRect(view.x, top, view.w, bottom - top);
    for (let i = 0; i < 90; i++) {
      const t = brush.random.next() ** 1.7;
      const y = top + 0.004 + t * (bottom - top);
      const long = (0.012 + t * 0.22) * brush.random.between(0.5, 1.6);
      const x = view.x + brush.random.next() * view.w;
      const lift = (0.0015 + t * 0.014) * rough;
      const light1 = brush.random.chance(0.45);
      const c = light1 ? mix(light.sky.low, light.sky.glow, 0.3) : darken(light.grade(deep, 4), 0.35);
      brush.fill(
        curve(
          [x - long, y],
          [x - long * 0.4, y - lift],
          [x + long * 0.3, y - lift * 0.5],
          [x + long, y],
          [x + long * 0.2, y + lift * 0.6],
          [x - long * 0.5, y + lift * 0.5],
        ),
        c,
        { shines: true, line: rough > 0.5 ? 0.4 : 0.25, alpha: light1 ? 0.34 : 0.4, plain: true },
      );
    }
    if (plan.hour !== 'day') brush.glow(glowX, top + 0.05, 0.4, light.sky.glow, 0.35);
  });
  const glints = Array.from({ length: 46 }, () => ({
    x: random.bell() * 0.13 + glowX * 0.9,
    wide: random.between(-0.6, 0.6) * camera.aspect,
    t: random.next() ** 1.5,
    phase: random.between(0, 6.28),
    speed: random.between(0.7, 2),
    near: random.chance(0.55),
  }));
  stack.live(z, ({ ctx, t }) => {
    const bottom = 1.05;
    ctx.fillStyle = css(scene.light.sky.glow, 1);
    for (const g of glints) {
      const y = topY + 0.006 + g.t * (bottom - topY);
      const a = Math.max(0, Math.sin(t * g.speed + g.phase)) * 0.5;
      if (a < 0.03) continue;
      const w = 0.01 + g.t * 0.07;
      ctx.globalAlpha = a * (g.near ? 0.75 : 0.3);
      const x = (g.near ? g.x : g.wide) + Math.sin(t * 0.4 + g.phase) * 0.006;
      ctx.beginPath();
      ctx.ellipse(x, y, w, 0.0012 + g.t * 0.003, 0, 0, Math.PI * 2);
      ctx.fill();
    }
    ctx.globalAlpha = 1;
  });
}
