import { darken, hex, lighten, mix } from '../../colour.ts';
import { curve, type Point, polygon } from '../../geometry.ts';
import type { Brush } from '../brush.ts';
import type { RoomBox } from './room-box.ts';
import type { SetScene } from './set-scene.ts';

/** A window in the back wall with the hour's sky in it; tall and arched in a tall room. */
export function paintRoomWindow(
  brush: Brush,
  scene: SetScene,
  box: RoomBox,
  share: number,
  tall: boolean,
): void {
  const { camera, light, plan } = scene;
  const middle = (box.left + box.right) / 2 + (share * (box.right - box.left)) / 2.6;
  const w = tall ? 1.1 : 1.15;
  const low = tall ? 2.6 : 0.98;
  const high = tall ? box.heightM - 1 : 2.15;
  const p = (x: number, y: number): Point => camera.project(middle + x, y, box.backZ);
  const k = camera.scaleAt(box.backZ);
  const frame = hex('#d9d0bd');
  const arch: Point[] = tall
    ? [
        p(-w / 2, low),
        p(w / 2, low),
        p(w / 2, high - 0.5),
        p(w * 0.3, high - 0.1),
        p(0, high + 0.2),
        p(-w * 0.3, high - 0.1),
        p(-w / 2, high - 0.5),
      ]
    : [p(-w / 2, low), p(w / 2, low), p(w / 2, high), p(-w / 2, high)];
  brush.fill(
    polygon(
      ...arch.map(
        ([x, y]): Point => [x + (x - p(0, 0)[0]) * 0.16, y + (y - p(0, (low + high) / 2)[1]) * 0.12],
      ),
    ),
    tall ? darken(frame, 0.3) : frame,
  );
  brush.fill(polygon(...arch), light.sky.top, { shines: true, form: 0, line: 0.6, plain: true });
  const mid = (low + high) / 2;
  brush.fill(polygon(p(-w / 2, low), p(w / 2, low), p(w / 2, mid), p(-w / 2, mid)), light.sky.low, {
    shines: true,
    form: 0,
    line: 0,
    plain: true,
  });
  if (!tall && !plan.weather.has('fog')) {
    brush.fill(
      curve(
        p(-w / 2, low),
        p(-w * 0.3, low + 0.2),
        p(0, low + 0.14),
        p(w * 0.3, low + 0.22),
        p(w / 2, low + 0.12),
        p(w / 2, low),
      ),
      mix(light.sky.low, hex('#33485a'), 0.6),
      { shines: true, line: 0.4, plain: true },
    );
  }
  const bars = tall ? 3 : 2;
  for (let i = 1; i < bars; i++)
    brush.line(
      [p(-w / 2 + (w * i) / bars, low), p(-w / 2 + (w * i) / bars, high)],
      tall ? hex('#3b3734') : frame,
      0.05 * k,
    );
  for (let i = 1; i < (tall ? 6 : 2); i++) {
    const y = low + ((high - low) * i) / (tall ? 6 : 2);
    brush.line([p(-w / 2, y), p(w / 2, y)], tall ? hex('#3b3734') : frame, 0.04 * k);
  }
  if (!tall)
    brush.fill(
      polygon(p(-w * 0.64, low - 0.09), p(w * 0.64, low - 0.09), p(w * 0.64, low), p(-w * 0.64, low)),
      lighten(frame, 0.1),
      { plain: true },
    );
  const bright = plan.hour === 'day' ? 0.5 : plan.hour === 'night' ? 0.22 : 0.42;
  const [gx, gy] = p(0, mid);
  brush.glow(gx, gy, Math.min(1.2, 1.7 * k), plan.hour === 'night' ? hex('#8fb0e0') : light.sky.glow, bright);
}
