import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok } from '../../domain/kernel/result.ts';
import { serveWorker } from '../../workers/serve-worker.ts';

/** A worker for tests of worker hosts: every way a call can end, on demand. */
serveWorker({
  echo: (params) => params,
  environment: () => Object.keys(process.env),
  refuse: () => fail('test.refused', 'Refused for the test.', { kept: true }),
  succeed: () => ok(undefined),
  throw: () => {
    throw new Error('thrown for the test');
  },
  count: (params, { progress }) => {
    const to = Number(params);
    for (let n = 1; n <= to; n++) progress(n);
    return to;
  },
  die: (_params, { progress }) => {
    progress('dying');
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  },
  complain: () => {
    console.error('last words');
    process.exitCode = 3;
    process.exit();
  },
  pid: () => process.pid,
  /** Waits for the cancel, then leaves a sign at the given path. */
  waitForCancel: (params, { signal, progress }) =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => {
        if (typeof params === 'string') writeFileSync(params, 'cleaned up');
        resolve('after cancel');
      });
      progress('waiting');
    }),
  /** A media worker that misbehaves by the name of the file. */
  probe: (params) => {
    const { path } = params as { path: string };
    if (basename(path) === 'crash.mp4') process.kill(process.pid, 'SIGSEGV');
    if (basename(path) === 'hang.mp4') for (;;);
    return { facts: null, mime: 'video/mp4', extension: 'mp4' };
  },
  /** Never listens. */
  hang: (_params, { progress }) => {
    progress('hanging');
    return new Promise(() => undefined);
  },
});
