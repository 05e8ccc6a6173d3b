/** How thorough a run of the fault tests is: what is promised, what CI does of it, or what every run of the tests does. */
export type FaultLevel = 'full' | 'tenth' | 'usual';

/** Set by `npm run test:faults`; `REELWRIGHT_FAULTS=full` for one file alone. */
export function faultLevel(env: NodeJS.ProcessEnv = process.env): FaultLevel {
  const wish = env['REELWRIGHT_FAULTS'] ?? 'usual';
  if (wish === 'full' || wish === 'tenth' || wish === 'usual') return wish;
  throw new Error(`REELWRIGHT_FAULTS takes "full", "tenth" or "usual", not "${wish}".`);
}

/** `full` at that level, a tenth of it otherwise; fewer where a usual run would take too long. */
export function faultCount(full: number, usual = Math.ceil(full / 10)): number {
  const level = faultLevel();
  return level === 'full' ? full : level === 'tenth' ? Math.ceil(full / 10) : usual;
}
