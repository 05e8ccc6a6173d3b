import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unwrap } from '../../domain/kernel/result.ts';
import { createTestStore } from '../../testing/create-test-store.ts';
import { acquireWriterLock } from './writer-lock.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'reelwright-lock-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const me = { what: 'film', pid: process.pid, sinceMs: Date.UTC(2026, 10, 21, 5, 36) };

/** Another process that takes the lock and keeps it until it is killed. */
async function holderProcess(): Promise<{ pid: number; kill: () => Promise<void> }> {
  const script = `
    import { acquireWriterLock } from ${JSON.stringify(new URL('./writer-lock.ts', import.meta.url).href)};
    const result = acquireWriterLock(${JSON.stringify(home)}, { what: 'the studio', pid: process.pid, sinceMs: ${me.sinceMs} });
    console.log(result.ok ? 'locked' : result.fault.code);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said).trim()).toBe('locked');
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

test('a second writer is told who holds the folder and since when', async () => {
  const holder = await holderProcess();
  const refused = acquireWriterLock(home, me);
  expect(refused).toMatchObject({ ok: false, fault: { code: 'store.in-use' } });
  expect(refused.ok ? '' : refused.fault.message).toContain(
    `${home} is in use by the studio (process ${holder.pid} on ${hostname()}, since 2026-11-21 05:36 UTC)`,
  );
  await holder.kill();
});

test('a killed holder holds nothing, even when its process id is somebody else’s now', async () => {
  const holder = await holderProcess();
  await holder.kill();
  // As if this very process had been given the dead one's id.
  const left = JSON.parse(readFileSync(join(home, 'writer.json'), 'utf8'));
  writeFileSync(join(home, 'writer.json'), JSON.stringify({ ...left, pid: process.pid }));
  const lock = unwrap(acquireWriterLock(home, me));
  expect(lock.crashed).toMatchObject({ what: 'the studio' });
  lock.release();
  expect(unwrap(acquireWriterLock(home, me)).crashed).toBeNull();
});

test('a lock file full of rubbish is made anew', () => {
  writeFileSync(join(home, 'writer.lock'), 'x'.repeat(5_000));
  writeFileSync(join(home, 'writer.json'), '{"what": ');
  const lock = unwrap(acquireWriterLock(home, me));
  expect(acquireWriterLock(home, me)).toMatchObject({ fault: { code: 'store.in-use' } });
  lock.release();
});

test('the same process cannot write twice either, and may after closing', () => {
  const first = createTestStore({ home });
  expect(() => createTestStore({ home })).toThrow(/is in use by a test \(process \d+/);
  first.store.close();
  first.store.close();
  createTestStore({ home }).dispose();
});
