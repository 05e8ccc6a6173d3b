import { readFile } from 'node:fs/promises';

/** Ticks a second in which Linux counts a process's time. */
const ticksPerSecond = 100;

/** Share of one core that each of these processes used while `wait` went on, from Linux's /proc. */
export async function shareOfCore(
  pids: readonly number[],
  wait: () => Promise<unknown>,
): Promise<readonly number[]> {
  const before = await Promise.all(pids.map(secondsUsed));
  const beganMs = performance.now();
  await wait();
  const tookSeconds = (performance.now() - beganMs) / 1_000;
  const after = await Promise.all(pids.map(secondsUsed));
  return after.map((seconds, i) => (seconds - (before[i] ?? 0)) / tookSeconds);
}

async function secondsUsed(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // `utime` and `stime`, the 14th and 15th of the whole line.
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
