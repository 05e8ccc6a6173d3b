import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { describeWorkerHost } from '../../core/ports/worker-host.conformance.ts';
import { isAlive } from '../../testing/is-alive.ts';
import { createNodeWorkerHost } from './create-node-worker-host.ts';

const entryFolder = new URL('../../testing/workers/', import.meta.url);

describeWorkerHost('createNodeWorkerHost', () => createNodeWorkerHost({ entryFolder }));

describe('createNodeWorkerHost', () => {
  it('gives workers no more of the environment than libraries need', async () => {
    vi.stubEnv('FAL_KEY', 'canary');
    const host = createNodeWorkerHost({ entryFolder });
    const result = await host.start('media').call<string[]>('environment', null);
    expect(result.ok && result.value).toContain('PATH');
    expect(result.ok && result.value).not.toContain('FAL_KEY');
    await host.close();
  });

  it('names the exit code and keeps the last words of a worker that ended by itself', async () => {
    const host = createNodeWorkerHost({ entryFolder });
    const result = await host.start('media').call('complain', null);
    expect(result).toMatchObject({ fault: { code: 'worker.died', detail: { why: 'exit code 3' } } });
    await host.close();
  });

  it('kills a worker that ignores a cancel', async () => {
    const host = createNodeWorkerHost({ entryFolder, cancelGraceMs: 50 });
    const worker = host.start('media');
    const controller = new AbortController();
    const result = await worker.call('hang', null, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(result).toMatchObject({ fault: { code: 'worker.cancelled' } });
    expect(worker.alive).toBe(false);
    await host.close();
  });

  it('fails a call to an entry that does not exist', async () => {
    const host = createNodeWorkerHost({ entryFolder });
    const result = await host.start('export').call('echo', 1);
    expect(result).toMatchObject({ fault: { code: 'worker.died' } });
    await host.close();
  });
});

describe('a worker whose studio is killed', () => {
  it('aborts its open call, cleans up and ends', async () => {
    const sign = join(mkdtempSync(join(tmpdir(), 'reelwright-worker-')), 'sign');
    const { studio, workerPid } = await startStudio(['waitForCancel', sign]);
    studio.kill('SIGKILL');
    await expect.poll(() => isAlive(workerPid), { timeout: 5_000 }).toBe(false);
    expect(existsSync(sign)).toBe(true);
  });

  it('ends even when its open call never does', async () => {
    const { studio, workerPid } = await startStudio(['hang']);
    studio.kill('SIGKILL');
    await expect.poll(() => isAlive(workerPid), { timeout: 5_000 }).toBe(false);
  });
});

async function startStudio(args: string[]): Promise<{ studio: ChildProcess; workerPid: number }> {
  const script = fileURLToPath(new URL('start-and-hang.ts', entryFolder));
  const studio = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const workerPid = await new Promise<number>((resolve) => {
    studio.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk.toString().trim())));
  });
  expect(isAlive(workerPid)).toBe(true);
  return { studio, workerPid };
}
