import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface LogFileOptions {
  readonly folder: string;
  /** A file that would be longer becomes an older one. */
  readonly mostBytes?: number;
  /** Files kept, the one that is written to included. */
  readonly files?: number;
}

/** Lines on disk that never take more room than they were given. */
export interface LogFile {
  append(line: string): void;
  /** The last lines, oldest first, also from the file before. */
  tail(lines: number): string[];
}

/** `studio.log`, then `studio.1.log` and so on, the higher the older. */
export function createLogFile({ folder, mostBytes = 1024 * 1024, files = 4 }: LogFileOptions): LogFile {
  const pathOf = (age: number): string => join(folder, age === 0 ? 'studio.log' : `studio.${age}.log`);
  let bytes: number | null = null;

  const rotate = (): void => {
    rmSync(pathOf(files - 1), { force: true });
    for (let age = files - 2; age >= 0; age--) {
      try {
        renameSync(pathOf(age), pathOf(age + 1));
      } catch {
        // Not there yet.
      }
    }
    bytes = 0;
  };
  return {
    append(line) {
      try {
        if (bytes === null) {
          mkdirSync(folder, { recursive: true });
          bytes = statSync(pathOf(0), { throwIfNoEntry: false })?.size ?? 0;
        }
        const text = `${line}\n`;
        const length = Buffer.byteLength(text);
        if (bytes > 0 && bytes + length > mostBytes) rotate();
        appendFileSync(pathOf(0), text, { mode: 0o600 });
        bytes += length;
      } catch {
        // A log that cannot be written must not end what it tells of; the disk's trouble is said elsewhere.
        bytes = null;
      }
    },
    tail(count) {
      const read = (age: number): string[] => {
        try {
          return readFileSync(pathOf(age), 'utf8').split('\n').slice(0, -1);
        } catch {
          return [];
        }
      };
      const newest = read(0);
      return (newest.length >= count ? newest : [...read(1), ...newest]).slice(-count);
    },
  };
}
