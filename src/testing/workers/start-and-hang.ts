import { createNodeWorkerHost } from '../../adapters/worker-processes/create-node-worker-host.ts';

/** A studio for tests that kill it: starts a worker with an open call, prints the worker's pid, and waits. */
const host = createNodeWorkerHost({ entryFolder: new URL('./', import.meta.url) });
const worker = host.start('media');
const method = process.argv[2] ?? 'waitForCancel';
const pid = await worker.call<number>('pid', null);
await worker.call(method, process.argv[3] ?? null, {
  onProgress: () => process.stdout.write(`${pid.ok ? pid.value : 'none'}\n`),
});
