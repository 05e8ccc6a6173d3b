import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { createRandom } from '../random.ts';

export type TextureName = 'grain' | 'blotch' | 'hatch' | 'cross' | 'fibre';

const tileSize = 256;
const tiles = new Map<string, Canvas>();

/** A repeating tile of black marks on nothing. Made once a process; the same everywhere. */
export function textureTile(name: TextureName, pxPerUnit: number): Canvas {
  const step = Math.max(1, Math.round(pxPerUnit / 720));
  const key = `${name}:${step}`;
  const known = tiles.get(key);
  if (known !== undefined) return known;
  const tile = createCanvas(tileSize, tileSize);
  const ctx = tile.getContext('2d');
  const random = createRandom('texture', name);
  switch (name) {
    case 'grain':
      for (let i = 0; i < 5200; i++) {
        const dark = random.chance(0.5);
        ctx.fillStyle = dark
          ? `rgba(0,0,0,${random.between(0.1, 0.5)})`
          : `rgba(255,255,255,${random.between(0.1, 0.5)})`;
        ctx.fillRect(random.whole(0, tileSize - 1), random.whole(0, tileSize - 1), step, step);
      }
      break;
    case 'blotch':
      for (let i = 0; i < 150; i++) {
        const r = random.between(6, 34);
        const dark = random.chance(0.5);
        // Drawn nine times so that the tile closes on itself.
        const x = random.between(0, tileSize);
        const y = random.between(0, tileSize);
        const alpha = random.between(0.03, 0.12);
        for (const ox of [-tileSize, 0, tileSize]) {
          for (const oy of [-tileSize, 0, tileSize]) {
            ctx.save();
            ctx.translate(x + ox, y + oy);
            ctx.rotate(0.6);
            ctx.scale(1, 0.7);
            const soft = ctx.createRadialGradient(0, 0, r * 0.2, 0, 0, r * 1.25);
            soft.addColorStop(0, dark ? `rgba(0,0,20,${alpha})` : `rgba(255,255,250,${alpha})`);
            // A faint rim: where a drop has dried.
            soft.addColorStop(0.8, dark ? `rgba(0,0,20,${alpha * 0.9})` : `rgba(255,255,250,${alpha * 0.8})`);
            soft.addColorStop(1, 'rgba(128,128,128,0)');
            ctx.fillStyle = soft;
            ctx.fillRect(-r * 1.3, -r * 1.3, r * 2.6, r * 2.6);
            ctx.restore();
          }
        }
      }
      for (let i = 0; i < 2600; i++) {
        ctx.fillStyle = random.chance(0.6) ? 'rgba(0,0,20,0.12)' : 'rgba(255,255,255,0.2)';
        ctx.fillRect(random.whole(0, 255), random.whole(0, 255), step, step);
      }
      break;
    case 'hatch':
    case 'cross': {
      ctx.strokeStyle = 'rgba(0,0,0,0.8)';
      ctx.lineWidth = 1.1 * step;
      const gap = 8 * step;
      for (let i = -tileSize; i < tileSize * 2; i += gap) {
        ctx.beginPath();
        ctx.moveTo(i, tileSize);
        ctx.lineTo(i + tileSize, 0);
        ctx.stroke();
        if (name === 'cross') {
          ctx.beginPath();
          ctx.moveTo(i, 0);
          ctx.lineTo(i + tileSize, tileSize);
          ctx.stroke();
        }
      }
      break;
    }
    case 'fibre':
      for (let i = 0; i < 420; i++) {
        ctx.strokeStyle = random.chance(0.5) ? 'rgba(60,45,20,0.16)' : 'rgba(255,255,255,0.22)';
        ctx.lineWidth = step * random.between(0.5, 1.2);
        const x = random.between(0, tileSize);
        const y = random.between(0, tileSize);
        const a = random.between(0, Math.PI * 2);
        const l = random.between(2, 12);
        ctx.beginPath();
        ctx.moveTo(x, y);
        ctx.quadraticCurveTo(
          x + Math.cos(a) * l,
          y + Math.sin(a) * l,
          x + Math.cos(a + 0.6) * l * 2,
          y + Math.sin(a + 0.6) * l * 2,
        );
        ctx.stroke();
      }
      break;
  }
  tiles.set(key, tile);
  return tile;
}
