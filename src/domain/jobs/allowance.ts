import { z } from 'zod';
import { deriveId } from '../kernel/derive-id.ts';
import { AllowanceId, ProjectId } from '../kernel/ids.ts';

/**
 * What one device may spend of a mirrored film's budget without hearing of the others: all that its jobs have cost, and may still cost.
 * Only its own device writes it. `held` may be spent; `asked` is what it would have, and is set aside for it by everybody until
 * it has heard whether there was room. All of them together never pass the budget, so that nobody has to be asked before a device that is cut
 * off spends what it holds.
 */
export const Allowance = z.object({
  id: AllowanceId,
  projectId: ProjectId,
  deviceId: z.string().min(1).max(64),
  askedUsdMicros: z.int().nonnegative(),
  heldUsdMicros: z.int().nonnegative(),
  /** When its device last heard of the others, by its own clock. */
  heardAtMs: z.int().nonnegative(),
});
export type Allowance = z.infer<typeof Allowance>;

/** A film's budget as one device knows of it. Amounts are in millionths of a US dollar. */
export interface SharedBudget {
  readonly projectId: ProjectId;
  readonly budgetUsdMicros: number;
  readonly deviceId: string;
  readonly allowances: readonly Allowance[];
  /** Charged and reserved so far, by the device that asked; null: of before devices were told apart. */
  readonly spentUsdMicros: ReadonlyMap<string | null, number>;
  readonly nowMs: number;
}

/** How a mirrored film's budget stands on this device. Amounts in millionths of a US dollar. */
export interface BudgetShare {
  /** What this device's jobs have cost so far, reservations included, and the most that they may. */
  readonly spentUsdMicros: number;
  readonly mostUsdMicros: number;
  /** Set aside for other devices that hold it and are not known to have spent it. */
  readonly elsewhere: readonly SetAside[];
  /** Whether the others are heard of now, and could be asked for what they do not need. */
  readonly inTouch: boolean;
}

/** What is set aside for another device, which was last heard of at that time. */
export interface SetAside {
  readonly deviceId: string;
  readonly usdMicros: number;
  readonly heardAtMs: number;
}

const dayMs = 24 * 60 * 60_000;
/** Without hearing of the others for this long, a device holds nothing any more. */
const holdsForMs = 30 * dayMs;
/** Others set it aside for a day longer, because no two clocks are equal. */
const setAsideForMs = holdsForMs + dayMs;
/** What a device holds may differ from its share by this part before it is written anew: every write is a message to all. */
const slack = 0.1;
const keptWhenClosed = 0.25;

/** The one row of a device and project. */
function allowanceId(projectId: ProjectId, deviceId: string): AllowanceId {
  return deriveId('allowance', projectId, deviceId) as AllowanceId;
}

/** What the device's own jobs have cost so far, reservations included. */
export function ownSpent({ deviceId, spentUsdMicros }: SharedBudget): number {
  return spentUsdMicros.get(deviceId) ?? 0;
}

/**
 * The most that the device's own jobs may cost in all as long as it hears nothing more. Where nothing was ever shared out,
 * it is what is left of the budget.
 */
export function mostSpendable(budget: SharedBudget): number {
  const own = ownAllowance(budget);
  if (own === null) return othersOf(budget).length === 0 ? mostAskable(budget) : ownSpent(budget);
  return isLapsed(own, budget.nowMs, holdsForMs) ? ownSpent(budget) : own.heldUsdMicros;
}

/** Set aside for other devices: what they hold or ask for and are not known to have spent. By device, the most first. */
export function setAsideElsewhere(budget: SharedBudget): readonly SetAside[] {
  return othersOf(budget)
    .map((one) => ({
      deviceId: one.deviceId,
      usdMicros: committed(budget, one) - (budget.spentUsdMicros.get(one.deviceId) ?? 0),
      heardAtMs: one.heardAtMs,
    }))
    .filter(({ usdMicros }) => usdMicros > 0)
    .sort((a, b) => b.usdMicros - a.usdMicros || (a.deviceId < b.deviceId ? -1 : 1));
}

/**
 * What the device asks for so that `needUsdMicros` more can be spent; null where it holds or asks for as much already. Asking may be written
 * at any time: it takes from nobody.
 */
export function askForMore(budget: SharedBudget, needUsdMicros: number): Allowance | null {
  const own = ownAllowance(budget) ?? noAllowance(budget);
  const wanted = Math.min(ownSpent(budget) + needUsdMicros, mostAskable(budget));
  return wanted <= Math.max(own.heldUsdMicros, own.askedUsdMicros)
    ? null
    : { ...own, askedUsdMicros: wanted };
}

/**
 * What the device's row shall say after an exchange that left nothing to send and nothing to hear; null where it stays. What was asked for is
 * held as far as there is room; what somebody else is short of and is not needed here is given back; and who neither needs nor is asked
 * for anything holds an equal share of what is left.
 */
export function settleAllowance(budget: SharedBudget, needUsdMicros: number): Allowance | null {
  const own = ownAllowance(budget);
  const next =
    own === null
      ? sharesNext(budget, noAllowance(budget), needUsdMicros)
      : budget.nowMs - own.heardAtMs > dayMs
        ? renewed(budget, own)
        : sharesNext(budget, own, needUsdMicros);
  const isNews =
    own === null ||
    next.heldUsdMicros !== own.heldUsdMicros ||
    next.askedUsdMicros !== own.askedUsdMicros ||
    next.heardAtMs !== own.heardAtMs;
  return isNews ? next : null;
}

/**
 * Once a day a device says that it is still there, and asks for what it held until that has been heard: others may just be letting go of it.
 * What has lapsed is gone.
 */
function renewed(budget: SharedBudget, own: Allowance): Allowance {
  const spent = ownSpent(budget);
  const asked = isLapsed(own, budget.nowMs, holdsForMs)
    ? spent
    : Math.max(own.askedUsdMicros, own.heldUsdMicros);
  return { ...own, heldUsdMicros: spent, askedUsdMicros: Math.max(spent, asked), heardAtMs: budget.nowMs };
}

function sharesNext(budget: SharedBudget, own: Allowance, needUsdMicros: number): Allowance {
  const spent = ownSpent(budget);
  const room = roomFor(budget);
  const held = Math.max(own.heldUsdMicros, Math.min(own.askedUsdMicros, room));
  const holds = (heldUsdMicros: number, askedUsdMicros = heldUsdMicros): Allowance => ({
    ...own,
    heldUsdMicros,
    askedUsdMicros,
  });
  const rivals = othersOf(budget).filter((one) => one.askedUsdMicros > one.heldUsdMicros);
  const needed = spent + needUsdMicros;
  if (needed > held) {
    // Of two that ask for the same, one waits until the other has it.
    const isFirst = rivals.every(({ deviceId }) => deviceId > budget.deviceId);
    const isShort = Math.max(own.askedUsdMicros, held) > room;
    return !isFirst && isShort
      ? holds(held)
      : holds(held, Math.max(held, Math.min(needed, mostAskable(budget))));
  }
  // Somebody asks for what is held here, and is not needed here.
  if (rivals.length > 0) return holds(held > room ? Math.max(needed, room) : held);
  const share = shareOf(budget);
  const target = Math.max(needed, spent + share);
  const part = devicesOf(budget) === 1 ? 0 : slack;
  if (held - spent > share * (1 + part)) return holds(Math.min(held, target));
  const isLess = held - spent < share * (1 - part);
  return holds(held, isLess ? Math.max(held, Math.min(target, room)) : held);
}

/**
 * What the device's row shall say when the studio closes: of its share it keeps a part, for a start without a line, and the rest is for
 * whoever goes on. null where it holds no more than that.
 */
export function closeAllowance(budget: SharedBudget, needUsdMicros: number): Allowance | null {
  const own = ownAllowance(budget);
  if (own === null) return null;
  const kept = ownSpent(budget) + Math.max(needUsdMicros, Math.floor(shareOf(budget) * keptWhenClosed));
  if (Math.max(own.heldUsdMicros, own.askedUsdMicros) <= kept) return null;
  const heldUsdMicros = Math.min(own.heldUsdMicros, kept);
  return { ...own, heldUsdMicros, askedUsdMicros: heldUsdMicros };
}

/** An equal part of what is left of the budget, by the devices that were heard of lately. */
function shareOf(budget: SharedBudget): number {
  return Math.floor(Math.max(0, budget.budgetUsdMicros - allSpent(budget)) / devicesOf(budget));
}

function devicesOf(budget: SharedBudget): number {
  return othersOf(budget).filter((one) => !isLapsed(one, budget.nowMs, holdsForMs)).length + 1;
}

/** The most that the device may hold beside what the others hold, ask for or have spent. */
function roomFor(budget: SharedBudget): number {
  const known = new Set(othersOf(budget).map(({ deviceId }) => deviceId));
  let taken = othersOf(budget).reduce((sum, one) => sum + committed(budget, one), 0);
  for (const [deviceId, usdMicros] of budget.spentUsdMicros) {
    if (deviceId !== budget.deviceId && (deviceId === null || !known.has(deviceId))) taken += usdMicros;
  }
  return Math.max(0, budget.budgetUsdMicros - taken);
}

/** Others may give back all but what they have spent. */
function mostAskable(budget: SharedBudget): number {
  return Math.max(0, budget.budgetUsdMicros - (allSpent(budget) - ownSpent(budget)));
}

function committed(budget: SharedBudget, one: Allowance): number {
  const spent = budget.spentUsdMicros.get(one.deviceId) ?? 0;
  if (isLapsed(one, budget.nowMs, setAsideForMs)) return spent;
  return Math.max(spent, one.askedUsdMicros, one.heldUsdMicros);
}

function isLapsed({ heardAtMs }: Allowance, nowMs: number, afterMs: number): boolean {
  return nowMs - heardAtMs > afterMs;
}

function ownAllowance({ allowances, deviceId }: SharedBudget): Allowance | null {
  return allowances.find((one) => one.deviceId === deviceId) ?? null;
}

function othersOf({ allowances, deviceId }: SharedBudget): readonly Allowance[] {
  return allowances.filter((one) => one.deviceId !== deviceId);
}

function noAllowance({ projectId, deviceId, nowMs }: SharedBudget): Allowance {
  const id = allowanceId(projectId, deviceId);
  return { id, projectId, deviceId, askedUsdMicros: 0, heldUsdMicros: 0, heardAtMs: nowMs };
}

function allSpent({ spentUsdMicros }: SharedBudget): number {
  return [...spentUsdMicros.values()].reduce((sum, usdMicros) => sum + usdMicros, 0);
}
