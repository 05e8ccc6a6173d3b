import { darken, hex, mix } from '../../colour.ts';
import { curve, polygon, rect } from '../../geometry.ts';
import type { Brush } from '../brush.ts';
import { createSpot } from '../spot.ts';
import { paintChurch, paintHouse, paintTree } from '../things/landmarks.ts';
import { addCliff } from './cliff.ts';
import { addJetty } from './jetty.ts';
import type { SetScene } from './set-scene.ts';
import { addTerrace } from './terrace.ts';

export type Mid =
  | 'trees'
  | 'houses'
  | 'hedges'
  | 'lamps'
  | 'fence'
  | 'cliff'
  | 'jetty'
  | 'wall'
  | 'terrace'
  | 'trunks'
  | 'chimneys'
  | 'church';

/** What stands between the subject and the horizon. */
export function addMid(scene: SetScene, mid: Mid): void {
  const { camera, stack, light, plan } = scene;
  const r = scene.placeRandom();
  const flip = scene.flip;
  const near = Math.max(camera.subjectM * 1.25, 3.5);
  const onGround = (
    name: string,
    items: readonly { x: number; z: number }[],
    paint: (brush: Brush, item: { x: number; z: number }) => void,
  ): void => {
    const sorted = [...items].sort((a, b) => b.z - a.z);
    const z = sorted.reduce((sum, i) => sum + i.z, 0) / Math.max(1, sorted.length);
    stack.add(name, z, (brush) => {
      for (const item of sorted) paint(brush.at(item.z), item);
    });
  };
  const drop = plan.flooded ? 0.5 : 0;
  switch (mid) {
    case 'trees': {
      const items = Array.from({ length: 7 }, () => ({
        x: (r.chance(0.5) ? -1 : 1) * r.between(3.4, 26) * flip,
        z: near + r.between(6, 46),
      }));
      onGround('trees', items, (b, i) => {
        const [x, y] = camera.project(i.x, -drop, i.z);
        paintTree(createSpot(b, x, y, r.between(5, 9) * camera.scaleAt(i.z), r.chance(0.5) ? 1 : -1, false));
      });
      return;
    }
    case 'houses': {
      const items = Array.from({ length: 4 }, (_, k) => ({
        x: (k % 2 === 0 ? -1 : 1) * r.between(7, 16) * flip,
        z: near + 8 + k * r.between(5, 9),
      }));
      onGround('houses', items, (b, i) => {
        const [x, y] = camera.project(i.x, -drop, i.z);
        paintHouse(
          createSpot(
            b,
            x,
            y,
            r.between(5.5, 7.5) * camera.scaleAt(i.z),
            r.chance(0.5) ? 1 : -1,
            light.lampsLit,
          ),
        );
      });
      return;
    }
    case 'church':
      onGround('church', [{ x: r.between(-9, 9) * flip, z: near + 34 }], (b, i) => {
        const [x, y] = camera.project(i.x, -drop, i.z);
        paintChurch(createSpot(b, x, y, 18 * camera.scaleAt(i.z), flip, light.lampsLit));
      });
      return;
    case 'hedges':
      for (const side of [-1, 1] as const) {
        stack.add('hedge', near * 1.6, (brush) => {
          for (let z = 60; z > Math.max(1.2, near * 0.7); z *= 0.88) {
            const b = brush.at(z);
            const k = camera.scaleAt(z);
            const [x, y] = camera.project(side * 3.1, -drop * 0.4, z);
            const h = 1.5 * k;
            const c = mix(hex('#3e5634'), hex('#566d3f'), r.next());
            b.fill(
              curve(
                [x - 0.9 * k, y],
                [x - 1.1 * k, y - h * 0.6],
                [x - 0.5 * k, y - h * r.between(0.9, 1.1)],
                [x + 0.4 * k, y - h * r.between(0.9, 1.15)],
                [x + 1.1 * k, y - h * 0.55],
                [x + 0.9 * k, y],
              ),
              c,
              { line: 0.6 },
            );
          }
        });
      }
      return;
    case 'lamps': {
      const items = [0, 1, 2, 3].map((k) => ({
        x: (k % 2 === 0 ? -3.2 : 3.4) * flip,
        z: near + 1.5 + k * 6,
      }));
      onGround('lamps', items, (b, i) => {
        const k = camera.scaleAt(i.z);
        const [x, y] = camera.project(i.x, 0, i.z);
        const top = y - 3.6 * k;
        b.line(
          [
            [x, y],
            [x, top],
          ],
          hex('#25272c'),
          0.09 * k,
        );
        b.fill(
          polygon(
            [x - 0.14 * k, top + 0.02 * k],
            [x + 0.14 * k, top + 0.02 * k],
            [x + 0.2 * k, top - 0.38 * k],
            [x - 0.2 * k, top - 0.38 * k],
          ),
          light.lampsLit ? hex('#ffe2a0') : hex('#9aa6ac'),
          { shines: light.lampsLit, plain: true },
        );
        b.fill(
          curve([x - 0.24 * k, top - 0.36 * k], [x, top - 0.58 * k], [x + 0.24 * k, top - 0.36 * k]),
          hex('#25272c'),
          { plain: true },
        );
        if (light.lampsLit) b.glow(x, top - 0.2 * k, Math.min(0.6, 2.6 * k), light.lampColour, 0.85);
      });
      return;
    }
    case 'fence': {
      const z = near + 5;
      stack.add('fence', z, (brush) => {
        const k = camera.scaleAt(z);
        for (let x = -16; x < 16; x += 1.6) {
          const [sx, sy] = camera.project(x, -drop, z);
          brush.line(
            [
              [sx, sy],
              [sx + r.bell() * 0.06 * k, sy - 1.1 * k],
            ],
            hex('#6b543d'),
            0.1 * k,
          );
        }
        for (const h of [0.5, 0.9])
          brush.line(
            [camera.project(-16, h - drop, z), camera.project(16, h + 0.05 - drop, z)],
            hex('#6b543d'),
            0.06 * k,
          );
      });
      return;
    }
    case 'cliff':
      addCliff(scene);
      return;
    case 'jetty':
      addJetty(scene);
      return;
    case 'wall':
      return;
    case 'terrace':
      addTerrace(scene);
      return;
    case 'trunks': {
      const items = Array.from({ length: 22 }, () => ({
        x: (r.chance(0.5) ? -1 : 1) * r.between(1.3, 14),
        z: near * 0.9 + r.between(0.5, 30),
      }));
      onGround('trunks', items, (b, i) => {
        const k = camera.scaleAt(i.z);
        const [x, y] = camera.project(i.x, 0, i.z);
        const w = r.between(0.18, 0.42) * k;
        const c = mix(hex('#4a3b2f'), hex('#6a5744'), r.next());
        b.fill(
          polygon(
            [x - w * 1.35, y],
            [x - w * 0.8, y - 1.2 * k],
            [x - w * 0.7, -0.3],
            [x + w * 0.7, -0.3],
            [x + w * 0.8, y - 1.2 * k],
            [x + w * 1.4, y],
          ),
          c,
          { form: 1.3 },
        );
        for (let q = 0; q < 5; q++)
          b.line(
            [
              [x + r.bell() * w * 0.6, y - r.between(0.2, 1) * k],
              [x + r.bell() * w * 0.6, y - r.between(1.2, 3) * k],
            ],
            darken(c, 0.45),
            Math.max(0.001, w * 0.06),
            { alpha: 0.6 },
          );
      });
      return;
    }
    case 'chimneys': {
      const items = Array.from({ length: 4 }, () => ({
        x: (r.chance(0.5) ? -1 : 1) * r.between(1.8, 7),
        z: near + r.between(1, 7),
      }));
      onGround('chimneys', items, (b, i) => {
        const k = camera.scaleAt(i.z);
        const [x, y] = camera.project(i.x, 0, i.z);
        b.fill(rect(x - 0.45 * k, y - 1.9 * k, 0.9 * k, 1.9 * k), hex('#8a5a48'));
        b.fill(rect(x - 0.55 * k, y - 2.05 * k, 1.1 * k, 0.2 * k), hex('#74503f'));
        for (const d of [-0.2, 0.2])
          b.fill(rect(x + (d - 0.1) * k, y - 2.4 * k, 0.2 * k, 0.38 * k), hex('#a06c52'));
      });
      return;
    }
  }
}
