import { expect, test } from 'vitest';
import type { Picture } from '../../compositor/picture.ts';
import { itemId } from '../../testing/builders/timeline-rows.ts';
import type { Drawable } from './decoded-frame.ts';
import { createStandIns, type StandIn } from './stand-ins.ts';

const picture = { kind: 'ready' } as Picture<Drawable>;

function standIn(shows: Picture<Drawable> | null): StandIn & { readonly isClosed: () => boolean } {
  let closed = false;
  return {
    picture: () => shows,
    close: () => {
      closed = true;
    },
    isClosed: () => closed,
  };
}

test('what a clip showed stays until it is dropped, and its decoder is let go then', () => {
  const standIns = createStandIns();
  const before = standIn(picture);
  standIns.put(itemId('a'), before);
  expect(standIns.picture(itemId('a'), 0)).toBe(picture);
  expect(standIns.picture(itemId('b'), 0)).toBe(null);
  standIns.retain(new Set([itemId('a')]));
  expect(before.isClosed()).toBe(false);
  standIns.drop(itemId('a'));
  expect([standIns.picture(itemId('a'), 0), before.isClosed()]).toEqual([null, true]);
});

test('a medium that never came on screen does not push out the one that is', () => {
  const standIns = createStandIns();
  const [shown, unseen, later] = [standIn(picture), standIn(null), standIn(picture)];
  standIns.put(itemId('a'), shown);
  standIns.put(itemId('a'), unseen);
  expect([shown.isClosed(), unseen.isClosed()]).toEqual([false, true]);
  standIns.put(itemId('a'), later);
  expect([shown.isClosed(), later.isClosed()]).toEqual([true, false]);
  standIns.clear();
  expect(later.isClosed()).toBe(true);
});
