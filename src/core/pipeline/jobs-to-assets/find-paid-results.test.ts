import { afterEach, describe, expect, it } from 'vitest';
import { unwrap } from '../../../domain/kernel/result.ts';
import { testProjectId } from '../../../testing/builders/build-blocks.ts';
import { stillRequest } from '../../../testing/builders/generation-requests.ts';
import { createFakeGenerator } from '../../../testing/fakes/fake-generator.ts';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../../testing/test-engine.ts';
import { adoptOrphan, findPaidResults } from './find-paid-results.ts';

let bed: TestEngine;
afterEach(() => bed.dispose());
const signal = new AbortController().signal;

async function open(options: TestEngineOptions): Promise<void> {
  bed = createTestEngine({ keepsList: true, keptForMs: 1_000_000, ...options });
  bed.engine.start();
}
const parts = () => ({
  store: { ...bed.store, projects: () => [{ id: testProjectId }] as never },
  generators: [createFakeGenerator(bed.far, { keepsList: true, keptForMs: 1_000_000 })],
  orchestrator: bed.engine,
});
const look = (adopt: boolean) => findPaidResults(parts(), { sinceMs: 0, adopt, signal });

describe('find my paid clips', () => {
  it('gives back what was lost, set aside, expired and cancelled, and sends nothing', async () => {
    await open({
      behave: ({ prompt }) => {
        if (prompt === 'lost') return { submit: 'lose-answer', lookUps: ['not-found'] };
        if (prompt === 'failed on the way') return { fetches: ['failed', 'fetched'] };
        return prompt === 'gone for a day' ? { polls: ['gone', 'ready'] } : {};
      },
    });
    bed.ask('well', 'lost', 'failed on the way', 'gone for a day');
    await bed.run();
    const before = Object.fromEntries(
      bed.jobs().map((job) => [(job.request as { prompt: string }).prompt, job.state]),
    );
    expect(before).toEqual({
      well: 'done',
      lost: 'unknown',
      'failed on the way': 'failed',
      'gone for a day': 'expired',
    });
    const dry = await look(false);
    expect(dry.findings.map(({ prompt, what }) => [prompt, what]).toSorted()).toEqual([
      ['failed on the way', 'collectable'],
      ['gone for a day', 'collectable'],
      ['lost', 'collectable'],
      ['well', 'here'],
    ]);
    expect(dry.adopted).toEqual([]);
    expect((await look(true)).adopted).toHaveLength(3);
    await bed.run();
    expect(bed.jobs().every(({ state, takeId }) => state === 'done' && takeId !== null)).toBe(true);
    expect(bed.far.accepted).toHaveLength(4);
    expect((await look(true)).findings.every(({ what }) => what === 'here')).toBe(true);
  });

  it('offers what no job knows, and brings it in once as a take', async () => {
    await open({});
    const { requestId } = bed.far.accept(stillRequest({ prompt: 'made on their site', provider: 'fake' }));
    const found = await look(true);
    expect(found).toMatchObject({
      adopted: [],
      findings: [{ what: 'orphan', prompt: 'made on their site', kind: 'still' }],
    });
    const orphan = {
      provider: 'fake',
      requestId,
      projectId: testProjectId,
      shotId: null,
      sinceMs: 0,
      signal,
    };
    const job = unwrap(await adoptOrphan(parts(), orphan));
    await bed.run();
    expect(
      unwrap(
        await adoptOrphan(parts(), orphan).then((again) =>
          again.ok ? again : { ok: true as const, value: job },
        ),
      ).id,
    ).toBe(job.id);
    await bed.run();
    expect(bed.jobs()).toHaveLength(1);
    expect(bed.store.rows('take', testProjectId)).toMatchObject([
      { jobId: job.id, provider: 'fake', kind: 'still' },
    ]);
    expect(bed.far.begun.size).toBe(0);
  });

  it('says which provider could not be asked, and goes on with the others', async () => {
    await open({});
    const down = {
      ...createFakeGenerator(bed.far),
      provider: 'down',
      listHeld: () => Promise.reject(new Error('No line.')),
    };
    const all = { ...parts(), generators: [down, ...parts().generators] };
    const found = await findPaidResults(all, { sinceMs: 0, adopt: false, signal });
    expect(found.faults).toEqual([{ provider: 'down', message: expect.stringContaining('No line.') }]);
  });
});
