import { type ExteriorPlace, exteriorPlaces } from '../../reading/places.ts';
import { addForeground } from './foreground.ts';
import { addLampRoom, addStairwell } from './lighthouse-rooms.ts';
import { addOutdoors } from './outdoors.ts';
import { addRoom } from './room.ts';
import { roomPlans } from './room-plans.ts';
import type { SetScene } from './set-scene.ts';
import { addVehicle } from './vehicle.ts';

export function isExterior(place: string): place is ExteriorPlace {
  return (exteriorPlaces as readonly string[]).includes(place);
}

/** Everything behind the people. */
export function addSet(scene: SetScene): void {
  const { place } = scene.plan;
  if (isExterior(place)) {
    addOutdoors(scene, place);
    return;
  }
  switch (place) {
    case 'lamp-room':
      addLampRoom(scene);
      return;
    case 'stairwell':
      addStairwell(scene);
      return;
    case 'vehicle':
      addVehicle(scene);
      return;
    default:
      addRoom(scene, roomPlans[place]);
  }
}

/** What stands between the people and the lens. */
export function addFront(scene: SetScene): void {
  const { place } = scene.plan;
  if (isExterior(place)) addForeground(scene, place);
}
