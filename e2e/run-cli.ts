import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { FilmReport } from '../src/cli/make-film.ts';
import { environmentWithoutKeys } from './environment-without-keys.ts';

export const root = dirname(import.meta.dirname);
export const stories = join(root, 'src/testing/fixtures/stories');

export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly process: ChildProcess;
  readonly ended: Promise<CliRun>;
  /** Resolves when stdout or stderr matches, or the process ends. */
  seen(pattern: RegExp): Promise<void>;
}

/** Starts the command line as a person would, with an environment that holds no key of whoever runs the tests. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningCli {
  const child = spawn(process.execPath, [join(root, 'src/cli/start.mjs'), ...args], {
    cwd: root,
    env: { ...environmentWithoutKeys(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  const note = (): void => {
    for (const watcher of watchers) watcher();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
    note();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
    note();
  });
  const ended = new Promise<CliRun>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    process: child,
    ended,
    seen: (pattern) =>
      Promise.race([
        ended.then(() => undefined),
        new Promise<void>((resolve) => {
          const look = (): void => {
            if (!pattern.test(stdout + stderr)) return;
            watchers.delete(look);
            resolve();
          };
          watchers.add(look);
          look();
        }),
      ]),
  };
}

export function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliRun> {
  return startCli(args, env).ended;
}

/** The report that `film --json` closes stdout with. */
export function reportOf({ stdout }: CliRun): FilmReport {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as FilmReport;
}
