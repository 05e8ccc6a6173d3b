import { readAppearance } from '../reading/read-appearance.ts';
import type { Person, Posture } from '../reading/stage-plan.ts';
import { paintFigure } from './figures/paint-figure.ts';
import type { SetScene } from './sets/set-scene.ts';

const postures: readonly [Posture, ...Posture[]] = ['stand', 'stand', 'look-out', 'stand', 'walk'];

/** Many people, smaller and further off the more there are. */
export function addCrowd(scene: SetScene): void {
  const { plan, camera, stack, random } = scene;
  if (plan.crowd === 0) return;
  const rows = plan.crowd > 8 ? 3 : 2;
  const perRow = Math.ceil(plan.crowd / rows);
  for (let row = rows; row >= 1; row--) {
    const z = camera.subjectM * (1 + row * 0.42);
    stack.add(
      `crowd-${row}`,
      z,
      (brush) => {
        const k = camera.scaleAt(z);
        for (let i = 0; i < perRow; i++) {
          const name = `crowd ${row} ${i} ${plan.place}`;
          const person: Person = {
            name,
            appearance: readAppearance(
              name,
              random.pick([
                'a woman',
                'a man',
                'an old man',
                'a boy',
                'an old woman in a coat',
                'a man in a cap',
              ]),
            ),
            posture: random.pick(postures),
            speaking: false,
            sideKey: 0,
          };
          const screenX = ((i + 0.5) / perRow - 0.5) * camera.aspect * 0.96 + random.bell() * 0.05;
          const y = camera.project(0, 0, z)[1];
          paintFigure(
            brush,
            person,
            {
              x: screenX,
              y,
              perMetre: k,
              facing: screenX > 0 ? -1 : 1,
              turn: random.between(0.2, 0.7),
              squash: 1,
            },
            plan.mood,
            null,
          );
        }
      },
      { sway: { x: 0, y: 0.9, lift: 0.001, turnRad: 0.001, stretch: 0.001, periodS: 3 + row, phase: row } },
    );
  }
}
