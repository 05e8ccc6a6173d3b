import { darken, lighten } from '../../colour.ts';
import { type Point, polygon, rect } from '../../geometry.ts';
import { furnish } from './furnish.ts';
import { addHangingLamp } from './hanging-lamp.ts';
import type { RoomBox } from './room-box.ts';
import type { RoomPlan } from './room-plans.ts';
import { paintFloor, paintWall } from './room-surfaces.ts';
import { paintRoomWindow } from './room-window.ts';
import type { SetScene } from './set-scene.ts';
import { addWater } from './water.ts';

/** A room with one vanishing point: back wall, side walls, floor, ceiling, and what the plan puts in. */
export function addRoom(scene: SetScene, room: RoomPlan): RoomBox {
  const { camera, stack, random, flip, light } = scene;
  const slide = random.bell() * room.widthM * 0.2;
  const box: RoomBox = {
    left: -room.widthM / 2 + slide,
    right: room.widthM / 2 + slide,
    nearZ: Math.max(0.25, camera.subjectM * 0.3),
    backZ: camera.subjectM + room.backM,
    heightM: room.heightM,
  };
  const at = (x: number, y: number, z: number): Point => camera.project(x, y, z);
  const { left: l, right: r, nearZ: n, backZ: f, heightM: h } = box;
  stack.add('room', f * 0.8, (brush) => {
    const back = brush.at(f);
    // Beyond the walls' near ends, where a wide lens sees past them.
    brush.fill(rect(brush.view.x, brush.view.y, brush.view.w, brush.view.h), darken(room.wallColour, 0.3), {
      line: 0,
      form: 0,
      plain: true,
    });
    paintFloor(brush, scene, box, room.floor);
    brush.fill(polygon(at(l, h, n), at(r, h, n), at(r, h, f), at(l, h, f)), lighten(room.wallColour, 0.12), {
      form: 0.4,
    });
    brush.fill(
      polygon(at(l, 0, n), at(l, 0, f), at(l, h, f), at(l, h, n)),
      darken(room.wallColour, light.side === -1 ? 0.32 : 0.12),
      { form: 0.5 },
    );
    brush.fill(
      polygon(at(r, 0, n), at(r, 0, f), at(r, h, f), at(r, h, n)),
      darken(room.wallColour, light.side === 1 ? 0.32 : 0.12),
      { form: 0.5 },
    );
    paintWall(back, scene, box, room.wall, room.wallColour);
    if (room.window !== null) paintRoomWindow(back, scene, box, room.window * flip, room.heightM > 4);
    for (const item of room.things) if ((item.deep ?? 1) >= 0.95) furnish(back, scene, box, item, flip);
  });
  if (scene.plan.flooded) addWater(scene, at(0, 0.2, f)[1], camera.subjectM * 1.5);
  const loose = room.things
    .filter((item) => (item.deep ?? 1) < 0.95)
    .sort((a, b) => (b.deep ?? 1) - (a.deep ?? 1));
  if (loose.length > 0) {
    stack.add('furniture', camera.subjectM + room.backM * 0.6, (brush) => {
      for (const item of loose) furnish(brush, scene, box, item, flip);
    });
  }
  if (room.lamp === 'bulb' || room.lamp === 'pendant') addHangingLamp(scene, box, room.lamp);
  return box;
}
