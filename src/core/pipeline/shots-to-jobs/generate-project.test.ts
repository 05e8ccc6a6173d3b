import { expect, test, vi } from 'vitest';
import { FaultError, ok } from '../../../domain/kernel/result.ts';
import { testProjectId } from '../../../testing/builders/timeline-rows.ts';
import { createGenerationBench, type GenerationBench } from '../../../testing/create-generation-bench.ts';
import type { Orchestrator } from '../../orchestrator/orchestrator.ts';
import type { GenerateProgress } from '../../progress/generate-progress.ts';
import { generateProject } from './generate-project.ts';
import { oneMaker } from './picture-makers.ts';

const choice = { stillModel: null, clipModel: null, slate: true };

interface Watched {
  readonly stream: AsyncGenerator<GenerateProgress, GenerateProgress>;
  /** How many listen to the engine for this run. */
  listening(): number;
}

const library = { assetPath: () => ok({ path: '/somewhere', mime: 'image/png' }), isKept: () => true };

function start(bench: GenerationBench, signal?: AbortSignal): Watched {
  let listening = 0;
  const orchestrator: Orchestrator = {
    ...bench.orchestrator,
    onJob(listener) {
      listening++;
      const stop = bench.orchestrator.onJob(listener);
      return () => {
        listening--;
        stop();
      };
    },
  };
  const { store, clock } = bench.test;
  const stream = generateProject(
    { store, clock, orchestrator, library },
    testProjectId,
    oneMaker(bench.drawing),
    choice,
    signal,
  );
  return { stream, listening: () => listening };
}

async function readAll({ stream }: Watched): Promise<GenerateProgress[]> {
  const seen: GenerateProgress[] = [];
  for (;;) {
    const { done, value } = await stream.next();
    seen.push(value);
    if (done) return seen;
  }
}

test('progress begins at nothing, ends with everything, and then nobody listens', async () => {
  await using bench = createGenerationBench();
  const run = start(bench);
  const seen = await bench.runUntil(readAll(run));
  expect(seen[0]).toMatchObject({ counts: { done: 0, open: 0 }, total: 4 });
  expect(seen.map(({ counts }) => counts.done)).toEqual([0, 1, 2, 3, 4, 4]);
  expect(run.listening()).toBe(0);
});

test('a still that fails takes only its own clip with it, and is told once', async () => {
  await using bench = createGenerationBench({
    behave: ({ brief }) => (brief.description === 'Shot a.' ? { polls: ['failed'] } : {}),
  });
  const seen = await bench.runUntil(readAll(start(bench)));
  expect(seen.at(-1)).toMatchObject({ counts: { done: 2, failed: 1, open: 0 }, total: 3 });
  expect(seen.flatMap(({ trouble }) => trouble)).toEqual(['Shot 1A, still: The request failed.']);
});

test('a provider that cannot be reached is said once while its jobs wait', async () => {
  await using bench = createGenerationBench({
    behave: () => ({ submit: ['not-sent', 'not-sent', 'accept'] }),
  });
  const seen = await bench.runUntil(readAll(start(bench)));
  expect(seen.at(-1)).toMatchObject({ counts: { done: 4, failed: 0 } });
  expect(seen.flatMap(({ trouble }) => trouble)).toEqual(['The connection was refused. It is tried again.']);
});

test('a reader who leaves is not listened for any more; the jobs go on', async () => {
  await using bench = createGenerationBench();
  const run = start(bench);
  await bench.runUntil(
    (async () => {
      for await (const { counts } of run.stream) if (counts.done > 0) break;
    })(),
  );
  expect(run.listening()).toBe(0);
  await bench.runUntil(bench.orchestrator.waitForIdle(testProjectId));
  expect(bench.shot('b').chosenStillId).not.toBeNull();
});

test('an abort ends the run: results that wait to be read ask for nothing more, and the next run goes on', async () => {
  await using bench = createGenerationBench();
  const abort = new AbortController();
  const run = start(bench, abort.signal);
  await run.stream.next();
  expect((await bench.runUntil(run.stream.next())).value.counts.done).toBe(1);
  await bench.runUntil(bench.orchestrator.waitForIdle(testProjectId));
  abort.abort();
  await expect(run.stream.next()).rejects.toMatchObject({ name: 'AbortError' });
  expect(run.listening()).toBe(0);
  expect(bench.far.accepted.map(({ request }) => request.kind)).toEqual(['still', 'still', 'clip']);
  const seen = await bench.runUntil(readAll(start(bench)));
  expect(seen.at(-1)?.counts).toEqual({ done: 1, failed: 0, unknown: 0, open: 0 });
  expect(bench.far.accepted.length).toBe(4);
});

test('a run that was aborted before it began asks for nothing', async () => {
  await using bench = createGenerationBench();
  const run = start(bench, AbortSignal.abort());
  await expect(run.stream.next()).rejects.toMatchObject({ name: 'AbortError' });
  expect(run.listening()).toBe(0);
  expect(bench.test.store.rows('job', testProjectId)).toEqual([]);
});

test('a disk that is full ends the run with its fault, and not in waiting', async () => {
  await using bench = createGenerationBench();
  const { stream } = start(bench);
  await stream.next();
  const full = vi.spyOn(bench.test.store, 'transaction').mockImplementation(() => {
    throw new FaultError({ code: 'store.disk-full', message: 'The drive is full.' });
  });
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  try {
    await expect(bench.runUntil(readAll({ stream, listening: () => 0 }))).rejects.toThrow(
      'The drive is full.',
    );
    expect(warned.mock.calls.length).toBeLessThanOrEqual(1);
  } finally {
    full.mockRestore();
    warned.mockRestore();
  }
});
