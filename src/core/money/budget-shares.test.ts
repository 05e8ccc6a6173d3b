import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Allowance } from '../../domain/jobs/allowance.ts';
import type { ProjectId } from '../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { testProjectId } from '../../testing/builders/build-blocks.ts';
import { createTestEngine, type TestEngine } from '../../testing/test-engine.ts';
import type { EvenListener } from '../sync/sync-engine.ts';
import { type BudgetShares, createBudgetShares } from './budget-shares.ts';

const edit = { projectId: testProjectId, label: 'Edit', undoable: false };

let bed: TestEngine;
let shares: BudgetShares;
let inTouch: boolean | null;
let told: EvenListener;
/** What another device says of its share, as it comes with a merge. */
let other: Allowance;

beforeEach(() => {
  inTouch = true;
  // Every still costs 10,000.
  bed = createTestEngine({
    overrides: {
      budgetShares: {
        of: (projectId) => shares.of(projectId),
        makeRoom: (projectId, needUsdMicros, signal) => shares.makeRoom(projectId, needUsdMicros, signal),
      },
    },
  });
  shares = createBudgetShares({
    store: bed.store,
    clock: bed.studio.clock,
    sync: {
      isInTouch: () => inTouch,
      onEven: (listener) => {
        told = listener;
        return () => undefined;
      },
      readOnlyReason: () => null,
      syncNow: () => Promise.resolve({ ok: true, value: undefined }),
    },
    report: (fault) => {
      throw new Error(fault.message);
    },
  });
  const project = sampleRow('project', { id: testProjectId, budgetUsdMicros: 40_000 });
  unwrap(bed.store.commit(patchOf([addChange('project', project)]), edit));
  other = {
    id: 'share-of-another' as Allowance['id'],
    projectId: testProjectId,
    deviceId: 'another',
    askedUsdMicros: 20_000,
    heldUsdMicros: 20_000,
    heardAtMs: bed.studio.clock.nowMs(),
  };
  unwrap(bed.store.commit(patchOf([addChange('allowance', other)]), edit));
});
afterEach(() => bed.dispose());

const own = (): Allowance | undefined =>
  bed.store.rows('allowance', testProjectId).find(({ deviceId }) => deviceId === bed.store.deviceId);
const even = (times = 3): void => {
  for (let n = 0; n < times; n++) told(testProjectId as ProjectId);
};
const says = (fields: Partial<Allowance>): void => {
  const row = bed.store.row('allowance', other.id);
  if (row !== null) unwrap(bed.store.commit(patchOf([updateChange('allowance', row, fields)]), edit));
  even();
};
const states = (): string[] => bed.jobs().map(({ state, faultCode }) => `${state} ${faultCode}`);

test('cut off from the others, this device spends its share and not a cent of theirs, and says what is left of it', async () => {
  even();
  expect(own()).toMatchObject({ heldUsdMicros: 20_000 });
  inTouch = false;
  bed.engine.start();
  bed.ask('one', 'two', 'three');
  await bed.run();
  expect(states()).toEqual(['done null', 'done null', 'failed money.share-reached']);
  expect(bed.job('three').faultMessage).toBe(
    "Not sent: $0.01 more would pass this computer's share of the film's budget ($0.00 are left of it), and the other devices cannot be heard. Nothing was charged for this shot. It can be sent once the sync service is reached again.",
  );
  expect(bed.far.accepted).toHaveLength(2);
});

test('a device that has heard nothing since it was there has no share where others hold one', async () => {
  inTouch = false;
  bed.engine.start();
  bed.ask('one');
  await bed.run();
  expect(states()).toEqual(['failed money.share-reached']);
});

test('in touch, it asks for what its queue needs, waits a moment, and sends once that was given back', async () => {
  even();
  bed.engine.start();
  bed.ask('one', 'two', 'three');
  await expect.poll(own).toMatchObject({ askedUsdMicros: 30_000 });
  expect(own()).toMatchObject({ askedUsdMicros: 30_000, heldUsdMicros: 20_000 });
  // The other one needs nothing, and leaves what was asked for.
  says({ askedUsdMicros: 10_000, heldUsdMicros: 10_000 });
  await bed.run();
  expect(states()).toEqual(['done null', 'done null', 'done null']);
});

test('where nobody gives anything back it says so after some seconds, and does not wait again for each of the others', async () => {
  even();
  bed.engine.start();
  const beganMs = bed.studio.clock.nowMs();
  bed.ask('one', 'two', 'three', 'four', 'five');
  await bed.run();
  expect(states().filter((state) => state === 'failed money.share-reached')).toHaveLength(3);
  expect(bed.far.accepted).toHaveLength(2);
  expect(bed.studio.clock.nowMs() - beganMs).toBeLessThan(60_000);
});

test('without a mirror, or without a budget, there is no share', async () => {
  inTouch = null;
  expect(shares.of(testProjectId)).toBeNull();
  inTouch = true;
  expect(shares.of(testProjectId)).toMatchObject({
    spentUsdMicros: 0,
    mostUsdMicros: 0,
    elsewhere: [{ deviceId: 'another', usdMicros: 20_000 }],
  });
});

test('what closes gives back three quarters of its share, and does not wait long for that to be heard', async () => {
  even();
  await shares.close();
  expect(own()).toMatchObject({ askedUsdMicros: 5_000, heldUsdMicros: 5_000 });
});
