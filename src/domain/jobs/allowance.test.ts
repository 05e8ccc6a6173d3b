import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultCount } from '../../testing/fault-counts.ts';
import type { ProjectId } from '../kernel/ids.ts';
import {
  type Allowance,
  askForMore,
  closeAllowance,
  mostSpendable,
  ownSpent,
  type SharedBudget,
  setAsideElsewhere,
  settleAllowance,
} from './allowance.ts';

const projectId = 'film-1' as ProjectId;
const dayMs = 24 * 60 * 60_000;

/** The service: what each device last sent of its own, in the order in which it came. */
interface Service {
  readonly rows: Map<string, Allowance>;
  readonly spent: Map<string, number>;
}

/** One device of a film, as far as its money is concerned. */
class Device {
  readonly rows = new Map<string, Allowance>();
  readonly spent = new Map<string, number>();
  waits = false;
  need = 0;
  readonly id: string;
  readonly budgetUsdMicros: number;
  readonly clock: { nowMs: number };
  readonly offMs: number;
  constructor(id: string, budgetUsdMicros: number, clock: { nowMs: number }, offMs = 0) {
    this.id = id;
    this.budgetUsdMicros = budgetUsdMicros;
    this.clock = clock;
    this.offMs = offMs;
  }

  view(): SharedBudget {
    return {
      projectId,
      budgetUsdMicros: this.budgetUsdMicros,
      deviceId: this.id,
      allowances: [...this.rows.values()],
      spentUsdMicros: this.spent,
      nowMs: this.clock.nowMs + this.offMs,
    };
  }

  write(row: Allowance | null): void {
    if (row === null) return;
    this.rows.set(this.id, row);
    this.waits = true;
  }

  /** Spends as an engine does: never beyond what it may, and never beyond what it knows to be left of the whole. */
  spend(priceUsdMicros: number): boolean {
    const own = this.spent.get(this.id) ?? 0;
    const all = [...this.spent.values()].reduce((sum, one) => sum + one, 0);
    if (own + priceUsdMicros > mostSpendable(this.view())) return false;
    if (all + priceUsdMicros > this.budgetUsdMicros) return false;
    this.spent.set(this.id, own + priceUsdMicros);
    this.waits = true;
    return true;
  }

  pull(service: Service): void {
    for (const [id, row] of service.rows) if (id !== this.id) this.rows.set(id, row);
    for (const [id, sum] of service.spent) if (id !== this.id) this.spent.set(id, sum);
  }

  push(service: Service): void {
    const row = this.rows.get(this.id);
    if (row !== undefined) service.rows.set(this.id, row);
    const sum = this.spent.get(this.id);
    if (sum !== undefined) service.spent.set(this.id, sum);
    this.waits = false;
  }

  /** Nothing waits here, and everything was heard after it was sent. */
  even(): void {
    if (!this.waits) this.write(settleAllowance(this.view(), this.need));
  }

  exchange(service: Service): void {
    this.pull(service);
    this.push(service);
    this.pull(service);
    this.even();
  }
}

function devicesOf(
  count: number,
  budgetUsdMicros: number,
): { devices: Device[]; service: Service; clock: { nowMs: number } } {
  const clock = { nowMs: 1_000 * dayMs };
  const service: Service = { rows: new Map(), spent: new Map() };
  const devices = Array.from({ length: count }, (_, n) => new Device(`device-${n}`, budgetUsdMicros, clock));
  return { devices, service, clock };
}

/** Exchanges until nobody has anything to say: in touch, with time enough. */
function settleAll(devices: readonly Device[], service: Service): void {
  for (let round = 0; round < 12; round++) for (const device of devices) device.exchange(service);
  expect(
    devices.some(({ waits }) => waits),
    'devices that answer each other for ever',
  ).toBe(false);
}

describe('what each may spend', () => {
  test('alone a device has the whole budget, also before it has ever heard of anybody', () => {
    const { devices, service } = devicesOf(1, 10_000);
    const [one] = devices as [Device];
    expect(mostSpendable(one.view())).toBe(10_000);
    settleAll(devices, service);
    expect(mostSpendable(one.view())).toBe(10_000);
  });

  test('of devices in touch each holds an equal share of what is left, so that any may be cut off', () => {
    const { devices, service } = devicesOf(4, 10_000);
    settleAll(devices, service);
    expect(devices.map((one) => mostSpendable(one.view()))).toEqual([2_500, 2_500, 2_500, 2_500]);
    expect(devices[0]?.spend(2_501)).toBe(false);
    expect(devices[0]?.spend(2_500)).toBe(true);
    settleAll(devices, service);
    // 7,500 are left for four.
    expect(devices.map((one) => mostSpendable(one.view()) - ownSpent(one.view()))).toEqual([
      1_875, 1_875, 1_875, 1_875,
    ]);
  });

  test('in touch it gets what the others do not need, up to the whole budget', () => {
    const { devices, service } = devicesOf(3, 9_000);
    settleAll(devices, service);
    const [one] = devices as [Device];
    one.need = 9_000;
    one.write(askForMore(one.view(), 9_000));
    settleAll(devices, service);
    expect(one.spend(9_000)).toBe(true);
    one.need = 0;
    settleAll(devices, service);
    expect(devices.map((each) => mostSpendable(each.view()) - ownSpent(each.view()))).toEqual([0, 0, 0]);
  });

  test('what a device that is out of touch holds is set aside for it, and for nobody after a month', () => {
    const { devices, service, clock } = devicesOf(2, 10_000);
    settleAll(devices, service);
    const [near, far] = devices as [Device, Device];
    near.need = 9_000;
    near.write(askForMore(near.view(), 9_000));
    settleAll([near], service);
    expect(near.spend(5_001)).toBe(false);
    expect(setAsideElsewhere(near.view())).toEqual([
      { deviceId: 'device-1', usdMicros: 5_000, heardAtMs: clock.nowMs },
    ]);
    clock.nowMs += 32 * dayMs;
    expect(mostSpendable(far.view())).toBe(0);
    settleAll([near], service);
    expect(near.spend(9_000)).toBe(true);
  });

  test('a studio that closes keeps a quarter of its share, and the rest is for whoever goes on', () => {
    const { devices, service } = devicesOf(1, 8_000);
    settleAll(devices, service);
    const [home] = devices as [Device];
    home.write(closeAllowance(home.view(), 0));
    home.push(service);
    expect(mostSpendable(home.view())).toBe(2_000);
    const train = new Device('train', 8_000, home.clock);
    train.need = 6_000;
    settleAll([train], service);
    expect(train.spend(6_000)).toBe(true);
    expect(closeAllowance(home.view(), 0)).toBeNull();
  });

  test('two that ask for the same at once: one gets it, and neither waits for ever', () => {
    const { devices, service } = devicesOf(2, 10_000);
    settleAll(devices, service);
    for (const one of devices) {
      one.need = 5_000;
      expect(one.spend(5_000)).toBe(true);
    }
    for (const one of devices) one.write(askForMore(one.view(), 1_000));
    settleAll(devices, service);
    expect(devices.map((one) => one.spend(1_000))).toEqual([false, false]);
  });
});

const step = fc.record({
  who: fc.oneof(fc.nat(1), fc.nat(4)),
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant('spend' as const) },
    { weight: 4, arbitrary: fc.constantFrom('ask', 'exchange') },
    { weight: 3, arbitrary: fc.constantFrom('pull', 'push', 'even') },
    { weight: 1, arbitrary: fc.constantFrom('rest', 'close', 'later') },
  ),
  usdMicros: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 8_000 })),
});

test('whoever is cut off from whom, and in whatever order messages come: all together stay within the budget', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 0, max: 8_000 }),
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 5, maxLength: 5 }),
      fc.array(step, { minLength: 60, maxLength: 150, size: 'max' }),
      (count, budget, hoursOff, steps) => {
        const clock = { nowMs: 1_000 * dayMs };
        const service: Service = { rows: new Map(), spent: new Map() };
        const devices = Array.from(
          { length: count },
          (_, n) => new Device(`device-${n}`, budget, clock, (hoursOff[n] ?? 0) * 60 * 60_000),
        );
        // Whoever set the budget told of it before anybody else had it.
        devices[0]?.exchange(service);
        devices[0]?.push(service);
        for (const one of devices) one.pull(service);
        // A device is even where nothing was written since it pushed, and it has pulled since.
        const pulledSincePush = new Map<string, boolean>();
        for (const { who, does, usdMicros } of steps) {
          const one = devices[who % count] as Device;
          if (does === 'spend') one.spend(usdMicros);
          else if (does === 'pull') {
            one.pull(service);
            pulledSincePush.set(one.id, true);
          } else if (does === 'push') {
            // A push is only sent by who has heard of everything.
            one.pull(service);
            one.push(service);
            pulledSincePush.set(one.id, false);
          } else if (does === 'even' && pulledSincePush.get(one.id) === true) one.even();
          else if (does === 'ask') {
            one.need = usdMicros;
            one.write(askForMore(one.view(), usdMicros));
          } else if (does === 'rest') one.need = 0;
          else if (does === 'exchange') one.exchange(service);
          else if (does === 'close') one.write(closeAllowance(one.view(), 0));
          else if (does === 'later') {
            // What was spent is told within the month; who is away for longer is counted without what nobody has heard of.
            for (const each of devices) service.spent.set(each.id, each.spent.get(each.id) ?? 0);
            clock.nowMs += usdMicros * 10 * 60_000;
          }
          const all = devices.reduce((sum, each) => sum + (each.spent.get(each.id) ?? 0), 0);
          expect(all).toBeLessThanOrEqual(budget);
        }
      },
    ),
    { numRuns: faultCount(20_000) },
  );
});
