import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** How a command line reaches the studio that has a data folder open. Only its owner may read it. */
export const ControlFile = z.object({
  socket: z.string().min(1),
  token: z.string().length(64),
  pid: z.int().positive(),
});
export type ControlFile = z.infer<typeof ControlFile>;

const fileName = 'control.json';
/** What the systems allow for the path of a socket, less the end mark (macOS: 104 bytes, Linux: 108). */
const longestSocketPathBytes = 103;

/** The paths of a new socket and its file; a data folder with a long path has its socket in the system's place for them. */
export function newControlFile(home: string, platform: NodeJS.Platform = process.platform): ControlFile {
  const token = randomBytes(32).toString('hex');
  return { socket: socketPath(home, platform), token, pid: process.pid };
}

function socketPath(home: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return `\\\\.\\pipe\\reelwright-${randomBytes(16).toString('hex')}`;
  const inHome = join(home, 'control.sock');
  if (Buffer.byteLength(inHome) <= longestSocketPathBytes) return inHome;
  return join(mkdtempSync(join(tmpdir(), 'reelwright-')), 'control.sock');
}

/** Written aside and renamed: a reader sees all of it or none. */
export function writeControlFile(home: string, file: ControlFile): void {
  const path = join(home, fileName);
  const partial = `${path}.partial`;
  rmSync(partial, { force: true });
  writeFileSync(partial, JSON.stringify(file), { mode: 0o600, flag: 'wx' });
  renameSync(partial, path);
}

/** null where there is none, or nothing that we wrote. */
export function readControlFile(home: string): ControlFile | null {
  try {
    const read = ControlFile.safeParse(JSON.parse(readFileSync(join(home, fileName), 'utf8')));
    return read.success ? read.data : null;
  } catch {
    // None is there, which is the usual case, or it is cut short.
    return null;
  }
}

export function removeControlFile(home: string, { socket }: ControlFile): void {
  rmSync(join(home, fileName), { force: true });
  if (socket.startsWith('\\\\')) return;
  rmSync(socket, { force: true });
  if (dirname(socket) !== home) rmSync(dirname(socket), { recursive: true, force: true });
}
