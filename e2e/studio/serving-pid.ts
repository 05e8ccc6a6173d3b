import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Holder = z.object({ pid: z.int().positive() });

/** The process that has the data folder open: the studio itself, not the one that keeps it running. */
export function servingPid(home: string): number {
  return Holder.parse(JSON.parse(readFileSync(join(home, 'writer.json'), 'utf8'))).pid;
}
