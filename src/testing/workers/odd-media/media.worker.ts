import { basename } from 'node:path';
import { serveWorker } from '../../../workers/serve-worker.ts';

/** A media worker for tests that misbehaves by the name of the file. */
serveWorker({
  probe: (params) => {
    const { path } = params as { path: string };
    if (basename(path) === 'crash.mp4') process.kill(process.pid, 'SIGSEGV');
    if (basename(path) === 'hang.mp4') for (;;);
    return { facts: null, mime: 'video/mp4', extension: 'mp4' };
  },
});
