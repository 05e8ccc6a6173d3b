import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../domain/kernel/result.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { createFakeProvider, fakeHandle } from '../../testing/fakes/fake-provider.ts';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../testing/test-engine.ts';
import { createTestLand } from '../../testing/test-land.ts';
import type { Generator } from '../ports/generator.ts';
import { createOrchestrator } from './orchestrator.ts';

let bed: TestEngine;
const open = (options: TestEngineOptions): TestEngine => {
  bed = createTestEngine({ keepsList: true, ...options });
  return bed;
};
afterEach(() => bed.dispose());

/** Look-ups of what is unknown keep nobody waiting: the clock is turned for them. */
async function runFor(ms: number): Promise<void> {
  const untilMs = bed.studio.clock.nowMs() + ms;
  while (bed.studio.clock.nowMs() < untilMs) {
    for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve));
    if (!(await bed.studio.clock.advanceToNext())) break;
  }
  await bed.run();
}

describe('a request whose answer was lost', () => {
  it('goes on at once when the provider has it', async () => {
    open({ behave: () => ({ submit: 'lose-answer' }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1 });
    expect(bed.far.accepted).toHaveLength(1);
  });

  it('is asked about again while the provider cannot be reached', async () => {
    const lookUps = ['unreachable', 'unreachable', 'not-found', 'true'] as const;
    open({ behave: () => ({ submit: 'lose-answer', lookUps }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one').state).toBe('unknown');
    await runFor(3_600_000);
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1, faultCode: null });
  });

  it('is sent again only when a complete list, old enough to be believed, does not have it', async () => {
    open({ behave: () => ({ submit: ['lose-request', 'accept'] }) });
    const sentAtMs: number[] = [];
    bed.engine.onJob(({ job }) => {
      if (job.state === 'sending') sentAtMs.push(bed.studio.clock.nowMs());
    });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.job('one').state).toBe('unknown');
    await runFor(3_600_000);
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 2 });
    expect((sentAtMs[1] ?? 0) - (sentAtMs[0] ?? 0)).toBeGreaterThanOrEqual(5 * 60_000);
  });

  it('stays unknown for good where nothing can be said for sure', async () => {
    open({ behave: () => ({ submit: 'lose-request', lookUps: ['not-found'] }) });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    await runFor(48 * 3_600_000);
    expect(bed.job('one')).toMatchObject({ state: 'unknown', submits: 1 });
    expect(bed.far.accepted).toHaveLength(0);
  });

  it('is told apart from a request that another job was given', async () => {
    const far = createFakeProvider(({ prompt }) => (prompt === 'two' ? { submit: 'lose-answer' } : {}));
    const asked: (boolean | undefined)[] = [];
    const looking: Generator = {
      ...createFakeGenerator(far),
      async lookUp(_request, { isTaken }) {
        asked.push(...far.accepted.map(({ requestId }) => isTaken?.(requestId)));
        return { kind: 'not-found', fault: { code: 'provider.no-look-up', message: 'Nobody knows.' } };
      },
    };
    bed = createTestEngine({ overrides: { generators: [looking], limits: { lookUpTries: 1 } } });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    bed.ask('two');
    await bed.run();
    expect(asked.slice(0, 2)).toEqual([true, false]);
  });

  it('is looked up at the next start', async () => {
    const lookUps = ['not-found', 'not-found', 'true'] as const;
    open({ behave: () => ({ submit: 'lose-answer', lookUps }), overrides: { limits: { lookUpTries: 1 } } });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    await runFor(3_600_000);
    expect(bed.job('one').state).toBe('unknown');
    await bed.restart();
    await runFor(3_600_000);
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1 });
  });

  it('is left alone once a person gave it up', async () => {
    open({
      behave: () => ({ submit: ['lose-answer', 'accept'], lookUps: ['not-found', 'not-found', 'true'] }),
    });
    bed.engine.start();
    bed.ask('one');
    await bed.run();
    expect(bed.engine.retry(bed.job('one').id).ok).toBe(true);
    await bed.run();
    await runFor(3_600_000);
    expect(
      bed
        .jobs()
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['done', 'failed']);
  });
});

describe('a provider that answers with the result itself', () => {
  it('has its file adopted when the studio ended before the answer was read', async () => {
    const far = createFakeProvider();
    let calls = 0;
    const direct: Generator = {
      ...createFakeGenerator(far),
      async submit(_request, { beforeFirstByte, folder }) {
        calls += 1;
        beforeFirstByte();
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'answer.bin'), 'the picture itself');
        // The process ends here: nothing after the first byte is heard of again.
        return new Promise(() => {});
      },
      lookUp: async (_request, { folder }) =>
        existsSync(join(folder, 'answer.bin'))
          ? { kind: 'found', handle: fakeHandle('in the folder') }
          : { kind: 'not-found', fault: { code: 'provider.no-look-up', message: 'It keeps nothing.' } },
      poll: async () => ({ kind: 'ready' }),
      fetch: async (_request, _handle, folder) => ({
        kind: 'fetched',
        path: join(folder, 'answer.bin'),
        mime: 'image/png',
        costUsdMicros: 10_000,
      }),
    };
    bed = createTestEngine({ overrides: { generators: [direct], limits: { closeGraceMs: 0 } } });
    bed.engine.start();
    bed.ask('one');
    while (calls === 0) await new Promise((resolve) => setImmediate(resolve));
    const home = bed.studio.home;
    const row = bed.job('one');
    expect(row.state).toBe('sending');
    // As a restart finds it: the row says that it is being sent, and the file is there.
    const after = createOrchestrator({
      store: bed.store,
      clock: bed.studio.clock,
      generators: [direct],
      land: createTestLand(join(home, 'library'), bed.studio.clock.nowMs),
      canStore: () => ok(undefined),
      assetPath: () => fail('library.not-found', 'There is no such file.'),
      maxCostUsdMicros: () => Number.POSITIVE_INFINITY,
      incomingFolder: join(home, 'incoming'),
      random: () => 0.5,
    });
    after.start();
    await vi.waitFor(() => expect(bed.job('one').state).toBe('done'));
    expect(calls).toBe(1);
    expect(readFileSync(join(home, 'library', bed.job('one').assetId ?? ''), 'utf8')).toBe(
      'the picture itself',
    );
    await after.close();
    bed = createTestEngine();
  });
});
