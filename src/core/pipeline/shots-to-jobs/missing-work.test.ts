import { expect, test } from 'vitest';
import type { Job } from '../../../domain/jobs/job.ts';
import type { AssetId } from '../../../domain/kernel/ids.ts';
import { addChange, patchOf, updateChange } from '../../../domain/kernel/patch.ts';
import { ok, unwrap } from '../../../domain/kernel/result.ts';
import { sampleRow } from '../../../testing/builders/any-row.ts';
import { testProjectId } from '../../../testing/builders/timeline-rows.ts';
import { createGenerationBench, type GenerationBench } from '../../../testing/create-generation-bench.ts';
import type { Generator } from '../../ports/generator.ts';
import type { GenerateProgress } from '../../progress/generate-progress.ts';
import { estimateProject } from './estimate-project.ts';
import { generateProject } from './generate-project.ts';
import { findMissingWork, type GenerationChoice } from './missing-work.ts';
import { oneMaker } from './picture-makers.ts';

const usual: GenerationChoice = { stillModel: null, clipModel: null, slate: true };

/** What is missing, as "a still+clip" or "b clip". */
function missing(bench: GenerationBench, generator: Generator, choice = usual): string[] {
  return findMissingWork(bench.test.store, testProjectId, oneMaker(generator), choice).map(
    ({ shot, still }) => `${shot.id} ${still === null ? 'clip' : 'still+clip'}`,
  );
}

async function generate(
  bench: GenerationBench,
  generator: Generator,
  choice = usual,
): Promise<GenerateProgress> {
  const { store, clock } = bench.test;
  const library = { assetPath: () => ok({ path: '/somewhere', mime: 'image/png' }), isKept: () => true };
  const parts = { store, clock, orchestrator: bench.orchestrator, library };
  const stream = generateProject(parts, testProjectId, oneMaker(generator), choice, undefined);
  return bench.runUntil(
    (async () => {
      for (;;) {
        const { done, value } = await stream.next();
        if (done) return value;
      }
    })(),
  );
}

test('everything is missing at first, and nothing once it was made', async () => {
  await using bench = createGenerationBench();
  expect(missing(bench, bench.drawing)).toEqual(['a still+clip', 'b still+clip']);
  expect((await generate(bench, bench.drawing)).counts).toEqual({ done: 4, failed: 0, unknown: 0, open: 0 });
  expect(missing(bench, bench.drawing)).toEqual([]);
});

test('an edited shot alone is missing, and what the picture does not show makes none stale', async () => {
  await using bench = createGenerationBench();
  await generate(bench, bench.drawing);
  bench.edit('a', { transitionOut: 'dissolve' });
  expect(missing(bench, bench.drawing)).toEqual([]);
  bench.edit('a', { description: 'Mara runs.' });
  expect(missing(bench, bench.drawing)).toEqual(['a still+clip']);
});

test('another length asks for another clip and keeps the still', async () => {
  await using bench = createGenerationBench();
  await generate(bench, bench.drawing);
  const { chosenStillId } = bench.shot('b');
  bench.edit('b', { durationFlicks: bench.shot('b').durationFlicks * 2 });
  expect(missing(bench, bench.drawing)).toEqual(['b clip']);
  await generate(bench, bench.drawing);
  expect(bench.shot('b').chosenStillId).toBe(chosenStillId);
});

test('the slate belongs to the drawing: with another wish about it, all is drawn again, and nothing is paid again', async () => {
  await using bench = createGenerationBench();
  await generate(bench, bench.drawing);
  const plain = { ...usual, slate: false };
  expect(missing(bench, bench.drawing, plain)).toEqual(['a still+clip', 'b still+clip']);
  expect(missing(bench, bench.drawing, { ...usual, slate: null })).toEqual([]);
  await generate(bench, bench.paying);
  expect(missing(bench, bench.paying, plain)).toEqual([]);
});

test('what was paid for is never drawn over, until its shot is another one', async () => {
  await using bench = createGenerationBench();
  await generate(bench, bench.drawing);
  expect(missing(bench, bench.paying)).toEqual(['a still+clip', 'b still+clip']);
  await generate(bench, bench.paying);
  const paid = bench.shot('a').chosenClipId;
  expect(missing(bench, bench.drawing)).toEqual([]);
  await generate(bench, bench.drawing);
  expect(bench.shot('a').chosenClipId).toBe(paid);
  bench.edit('a', { description: 'Mara runs.' });
  expect(missing(bench, bench.drawing)).toEqual(['a still+clip']);
});

test('when an old wording comes back, its take is chosen again and nothing is made', async () => {
  await using bench = createGenerationBench();
  const { description } = bench.shot('a');
  await generate(bench, bench.drawing);
  const first = bench.shot('a');
  bench.edit('a', { description: 'Mara runs.' });
  await generate(bench, bench.drawing);
  expect(bench.shot('a').chosenClipId).not.toBe(first.chosenClipId);
  const made = bench.far.accepted.length;
  bench.edit('a', { description });
  const { counts } = await generate(bench, bench.drawing);
  expect(counts).toEqual({ done: 2, failed: 0, unknown: 0, open: 0 });
  expect(bench.far.accepted.length).toBe(made);
  expect(bench.shot('a')).toMatchObject({
    chosenStillId: first.chosenStillId,
    chosenClipId: first.chosenClipId,
  });
});

test('the estimate counts what would be sent and sends nothing', async () => {
  await using bench = createGenerationBench();
  const { store } = bench.test;
  const estimate = async () =>
    unwrap(await estimateProject(store, testProjectId, oneMaker(bench.paying), usual));
  const { shots, ...sums } = await estimate();
  expect(sums).toEqual({
    stills: 2,
    clips: 2,
    costUsdMicros: 40_000,
    pricedAtMs: 1,
    unpriced: 0,
    ended: 0,
    elsewhere: [],
    lines: [
      '2 stills with fake-still, each 1 request: $0.02',
      '2 clips with fake-clip, each 1 request: $0.02',
    ],
  });
  const price = { costUsdMicros: 10_000, basis: '1 request', pricedAtMs: 1, problem: null };
  expect(shots).toEqual(
    (['a', 'b'] as const).flatMap((name) => [
      { shotId: bench.shot(name).id, kind: 'still', provider: 'paid', model: 'fake-still', ...price },
      { shotId: bench.shot(name).id, kind: 'clip', provider: 'paid', model: 'fake-clip', ...price },
    ]),
  );
  expect(bench.far.accepted).toEqual([]);
  await generate(bench, bench.paying);
  expect(await estimate()).toEqual({
    ...{ stills: 0, clips: 0, costUsdMicros: 0, lines: [] },
    ...{ pricedAtMs: null, unpriced: 0, ended: 0, shots: [], elsewhere: [] },
  });
  // What was paid for and lost its file is not paid for again by a run.
  const gone = store
    .rows('take', testProjectId)
    .find(({ id }) => id === bench.shot('a').chosenClipId)?.assetId;
  const hasFile = (id: AssetId): boolean => id !== gone;
  const lost = unwrap(await estimateProject(store, testProjectId, oneMaker(bench.paying), usual, hasFile));
  expect(lost).toMatchObject({ stills: 0, clips: 0, ended: 1, costUsdMicros: 0 });
});

test('what another device is having made is left out, said with its price, and asked for as well by a word only', async () => {
  await using bench = createGenerationBench();
  const { store } = bench.test;
  const [work] = findMissingWork(store, testProjectId, oneMaker(bench.paying), usual);
  if (work === undefined || work.still === null) throw new Error('the bench misses a still');
  // Worded otherwise than it would be here: it is the shot that is paid for twice.
  const far = sampleRow('job', {
    id: 'far' as Job['id'],
    ...{ projectId: testProjectId, deviceId: 'another', provider: 'paid', shotId: work.shot.id },
    ...{ sceneId: null, castId: null, placeId: null, takeId: null, assetId: null, costUsdMicros: null },
    request: { ...work.still, prompt: 'The same in other words.' },
    ...{ state: 'running', estimateUsdMicros: 10_000, sentAtMs: 77, faultCode: null },
  });
  unwrap(
    store.commit(patchOf([addChange('job', far)]), {
      projectId: testProjectId,
      label: 'Sync',
      undoable: false,
    }),
  );
  expect(missing(bench, bench.paying)).toEqual(['b still+clip']);
  expect(missing(bench, bench.drawing)).toEqual(['a still+clip', 'b still+clip']);
  expect(missing(bench, bench.paying, { ...usual, payAgain: true })).toEqual([
    'a still+clip',
    'b still+clip',
  ]);
  const estimateOf = async (choice: GenerationChoice) =>
    unwrap(await estimateProject(store, testProjectId, oneMaker(bench.paying), choice));
  expect(await estimateOf(usual)).toMatchObject({
    ...{ stills: 1, clips: 1, costUsdMicros: 20_000 },
    elsewhere: [
      {
        ...{ shotId: work.shot.id, kind: 'still', jobId: 'far', deviceId: 'another' },
        ...{ askedAtMs: 77, costUsdMicros: 10_000 },
      },
    ],
  });
  expect(await estimateOf({ ...usual, payAgain: true })).toMatchObject({
    ...{ stills: 2, clips: 2, costUsdMicros: 40_000, elsewhere: [] },
  });
  const done = await generate(bench, bench.paying);
  expect(done.counts).toMatchObject({ done: 2, open: 0 });
  expect(bench.far.accepted).toHaveLength(2);
});

test('what ended badly and may have been billed is in no price, and a run leaves it alone', async () => {
  await using bench = createGenerationBench({
    behave: () => ({ submit: 'lose-request', lookUps: ['not-found'] }),
  });
  const { store } = bench.test;
  const estimate = async () =>
    unwrap(await estimateProject(store, testProjectId, oneMaker(bench.paying), usual));
  expect((await generate(bench, bench.paying)).counts).toMatchObject({ done: 0, unknown: 2 });
  expect(await estimate()).toMatchObject({ stills: 0, ended: 2 });
  const begun = bench.far.begun.size;
  const { counts, trouble, costUsdMicros } = await generate(bench, bench.paying);
  expect(counts).toEqual({ done: 0, failed: 0, unknown: 2, open: 0 });
  expect(trouble).toEqual([]);
  expect(costUsdMicros).toBe(0);
  expect([...bench.far.begun.values()]).toEqual(Array(begun).fill(1));
});

test('one provider makes the stills and another the clips, in one run', async () => {
  await using bench = createGenerationBench();
  const makers = { still: bench.paying, clip: bench.drawing };
  const { store, clock } = bench.test;
  const library = { assetPath: () => ok({ path: '/somewhere', mime: 'image/png' }), isKept: () => true };
  const priced = unwrap(await estimateProject(store, testProjectId, makers, usual));
  expect(priced).toMatchObject({ stills: 2, clips: 2, costUsdMicros: 20_000 });
  const lines = ['still paid', 'clip animatic'];
  expect(priced.shots.map(({ kind, provider }) => `${kind} ${provider}`)).toEqual([...lines, ...lines]);
  const parts = { store, clock, orchestrator: bench.orchestrator, library };
  const stream = generateProject(parts, testProjectId, makers, usual, undefined);
  const last = await bench.runUntil(
    (async () => {
      for (;;) {
        const { done, value } = await stream.next();
        if (done) return value;
      }
    })(),
  );
  expect(last).toMatchObject({ counts: { done: 4, failed: 0 }, costUsdMicros: 20_000 });
  const made = store.rows('take', testProjectId).map(({ kind, provider }) => `${kind} ${provider}`);
  expect(made.toSorted()).toEqual(['clip animatic', 'clip animatic', 'still paid', 'still paid']);
  expect(findMissingWork(store, testProjectId, makers, usual)).toEqual([]);
});

test('what the film sets in a model’s form is in its requests, and another setting makes them stale', async () => {
  await using bench = createGenerationBench();
  const { store } = bench.test;
  const set = (extra: Record<string, number>): void => {
    const project = store.row('project', testProjectId);
    if (project === null) throw new Error('no project');
    const modelChoices = { still: { provider: 'paid', model: 'fake-still', extra } };
    const patch = patchOf([updateChange('project', project, { modelChoices })]);
    unwrap(store.commit(patch, { projectId: testProjectId, label: 'Choose model', undoable: true }));
  };
  set({ guidance: 7 });
  await generate(bench, bench.paying);
  const extras = store.rows('job', testProjectId).map(({ request }) => request.extra ?? null);
  expect(extras).toEqual([{ guidance: 7 }, { guidance: 7 }, null, null]);
  expect(missing(bench, bench.paying)).toEqual([]);
  set({ guidance: 8 });
  expect(missing(bench, bench.paying)).toEqual(['a still+clip', 'b still+clip']);
});
