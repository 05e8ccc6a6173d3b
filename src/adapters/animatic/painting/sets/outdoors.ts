import type { ExteriorPlace } from '../../reading/places.ts';
import { addFar } from './far-land.ts';
import { addGround } from './ground.ts';
import { addMid } from './mid-ground.ts';
import { recipes } from './outdoor-recipes.ts';
import type { SetScene } from './set-scene.ts';
import { addSky } from './sky.ts';
import { addWater } from './water.ts';

/** Sky, far land, ground or water, and what stands on it. */
export function addOutdoors(scene: SetScene, place: ExteriorPlace): void {
  const recipe = recipes[place];
  addSky(scene);
  recipe.far.forEach((far, i) => {
    addFar(scene, far, i);
  });
  if (place === 'sea' || place === 'coast' || place === 'harbour' || place === 'river')
    addWater(scene, scene.camera.horizonY, null);
  else addGround(scene, recipe.ground);
  for (const mid of recipe.mid) addMid(scene, mid);
}
