import { afterEach, describe, expect, it } from 'vitest';
import { ShotId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf } from '../../../domain/kernel/patch.ts';
import { ok, unwrap } from '../../../domain/kernel/result.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import { testProjectId } from '../../../testing/builders/build-blocks.ts';
import {
  readingRequest,
  stillRequest,
  transcriptRequest,
} from '../../../testing/builders/generation-requests.ts';
import { createFakeGenerator } from '../../../testing/fakes/fake-generator.ts';
import { fakeHandle } from '../../../testing/fakes/fake-provider.ts';
import { createTestEngine, type TestEngine, type TestEngineOptions } from '../../../testing/test-engine.ts';
import type { HeldResult } from '../../ports/generator.ts';
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

describe('what is no picture', () => {
  /** A provider that holds one answer with that input, made by a model of that kind. */
  const holding = (kind: 'transcript' | 'reading', input: HeldResult['input'], requestId: string) => ({
    ...parts(),
    generators: [
      {
        ...createFakeGenerator(bed.far, { keepsList: true }),
        models: () => [{ id: 'fake-1', kind, keptForMs: null }] as never,
        listHeld: async () =>
          ok([
            { handle: fakeHandle(requestId), model: 'fake-1', input, finishedAtMs: 1, costUsdMicros: 500 },
          ]),
      },
    ],
  });
  const orphanOf = (requestId: string, shotId: ShotId | null) => ({
    ...{ provider: 'fake', requestId, projectId: testProjectId, shotId, sinceMs: 0, signal },
  });

  it('a reading becomes the very request of its stretch, so that it is not paid for again', async () => {
    await open({});
    const asked = readingRequest({ provider: 'fake', model: 'fake-1', seed: 0, task: 'shots' });
    const { requestId } = bed.far.accept(asked);
    const { text: prompt, instructions: system_prompt, maxOutputTokens: max_tokens } = asked;
    const held = holding('reading', { prompt, system_prompt, max_tokens }, requestId);
    const job = unwrap(await adoptOrphan(held, orphanOf(requestId, ShotId.parse('a shot'))));
    expect(job).toMatchObject({ request: asked, shotId: null });
    await bed.run();
    expect(
      unwrap(bed.engine.enqueue([{ projectId: testProjectId, request: asked, estimateUsdMicros: 500 }])),
    ).toEqual([expect.objectContaining({ id: job.id, state: 'done' })]);
    expect(bed.far.accepted).toHaveLength(1);
  });

  it('any other talk with a language model is left where it is', async () => {
    await open({});
    const held = holding('reading', { prompt: 'Tell me a joke.' }, 'talk');
    expect(await adoptOrphan(held, orphanOf('talk', null))).toMatchObject({
      fault: { code: 'job.held-kind-unknown' },
    });
    expect(bed.jobs()).toEqual([]);
  });

  it('a transcript is that of what can be heard in the shot that a person names', async () => {
    await open({});
    const audio = { codec: 'aac', sampleRate: 48_000, channels: 2 };
    const facts = { container: 'mov', durationFlicks: 900, video: null, audio };
    const heard = sampleRow('asset', { facts });
    const take = sampleRow('take', { projectId: testProjectId, assetId: heard.id });
    const shot = sampleRow('shot', { projectId: testProjectId, chosenClipId: take.id });
    const options = { projectId: testProjectId, label: 'Test', undoable: false };
    const rows = [addChange('asset', heard), addChange('take', take), addChange('shot', shot)];
    unwrap(bed.store.commit(patchOf(rows), options));
    const asked = transcriptRequest({
      ...{
        provider: 'fake',
        model: 'fake-1',
        seed: 0,
        sourceAssetId: heard.id,
        language: 'de',
        durationFlicks: 900,
      },
    });
    const { requestId } = bed.far.accept(asked);
    const input = { audio_url: 'https://files.example/1.wav', language_code: 'de' };
    const held = holding('transcript', input, requestId);
    expect(await adoptOrphan(held, orphanOf(requestId, null))).toMatchObject({
      fault: { code: 'job.held-recording-unknown' },
    });
    const job = unwrap(await adoptOrphan(held, orphanOf(requestId, shot.id)));
    expect(job).toMatchObject({ request: asked, shotId: null });
    await bed.run();
    expect(bed.far.accepted).toHaveLength(1);
  });
});
