/** How a project stood when its devices last heard of each other. */
export interface LastHeard {
  /** Charged and reserved then, by all of them. */
  readonly spentUsdMicros: number;
  /** Devices that have written something in it, this one included; at least 1. */
  readonly devices: number;
}

/**
 * What a device may have spent of a project's budget in all while it hears nothing of the others: what was spent when it last did, and
 * an equal share of what was left then. So devices that are all offline stay within the budget together. Never above `budgetUsdMicros`.
 */
export function shareOfBudget(budgetUsdMicros: number, { spentUsdMicros, devices }: LastHeard): number {
  const leftUsdMicros = Math.max(0, budgetUsdMicros - spentUsdMicros);
  return Math.min(budgetUsdMicros, spentUsdMicros + Math.floor(leftUsdMicros / Math.max(1, devices)));
}
