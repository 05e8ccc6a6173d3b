import type { Rgb } from '../../colour.ts';
import { createGlowSprite, drawGlow } from '../glow-sprite.ts';
import type { SetScene } from './set-scene.ts';

/** A soft light that is never quite still. */
export function addFlicker(
  scene: SetScene,
  zM: number,
  x: number,
  y: number,
  radius: number,
  strength: number,
  colour: Rgb = scene.light.lampColour,
): void {
  const phase = scene.random.between(0, 6.28);
  const sprite = createGlowSprite(scene.toneOf(colour));
  scene.stack.live(zM, (moment) => {
    const beat = 0.6 + 0.25 * Math.sin(moment.t * 7.1 + phase) + 0.15 * Math.sin(moment.t * 17.3 + phase * 2);
    drawGlow(moment, sprite, x, y, radius, strength * beat);
  });
}
