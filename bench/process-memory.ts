import { readdir, readFile } from 'node:fs/promises';

/**
 * Memory of a process and all its descendants, bytes: the sum of their proportional set sizes (shared pages counted once
 * over all that share them), from Linux's /proc. 0 where /proc is not there.
 */
export async function memoryOfTree(rootPid: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (parent > 0) parents.set(Number(name), parent);
  }
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === rootPid) return true;
    return false;
  };
  let sum = 0;
  for (const pid of parents.keys()) {
    if (!belongs(pid)) continue;
    sum += await memoryOf(pid);
  }
  return sum;
}

/** The same for one process alone. */
export async function memoryOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}
