import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import type { ProviderHandle } from '../../domain/jobs/job.ts';
import { ModelFacts } from '../../domain/jobs/model-facts.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import type { FetchOutcome, Generator, PollOutcome, SubmitContext, SubmitOutcome } from './generator.ts';

/** What the suite needs to know of an adapter and of the far side it talks to. */
export interface GeneratorHarness {
  /** A new instance on the same far side, as after a restart. */
  open(): Generator | Promise<Generator>;
  /** A request that goes well. */
  readonly request: GenerationRequest;
  readonly assetPath: SubmitContext['assetPath'];
  /** Chargeable requests that the far side has accepted so far. */
  accepted(): number | Promise<number>;
  /** Whether the bytes are a whole file of the kind that was asked for. */
  isComplete(bytes: Buffer, request: GenerationRequest): boolean | Promise<boolean>;
  /** A request that the far side refuses, billing nothing; null where it takes everything. */
  refused(): GenerationRequest | null | Promise<GenerationRequest | null>;
  /** A request whose acceptance is lost on the way back; null where no wire is between. */
  answerLost(): GenerationRequest | null | Promise<GenerationRequest | null>;
  /** An instance whose far side refuses every connection; null where no wire is between. */
  unreachable(): Generator | null | Promise<Generator | null>;
  /** A request that stays unfinished long enough to be cancelled; null where all is done at once. */
  slow(): GenerationRequest | null | Promise<GenerationRequest | null>;
  close?(): Promise<void>;
}

interface Attempt {
  readonly outcome: SubmitOutcome;
  readonly calls: number;
}

const never = new AbortController().signal;

/** The contract of the generator port, run against every adapter and every fake. */
export function describeGenerator(name: string, makeHarness: () => Promise<GeneratorHarness>): void {
  describe(`generator: ${name}`, () => {
    let harness: GeneratorHarness;
    let folder: string;
    const opened: Generator[] = [];

    const open = async (): Promise<Generator> => {
      const generator = await harness.open();
      opened.push(generator);
      return generator;
    };
    const submit = async (
      generator: Generator,
      request: GenerationRequest,
      beforeFirstByte: () => void = () => {},
    ): Promise<Attempt> => {
      let calls = 0;
      const outcome = await generator.submit(request, {
        beforeFirstByte: () => {
          calls += 1;
          beforeFirstByte();
        },
        assetPath: harness.assetPath,
        folder,
        signal: never,
      });
      return { outcome, calls };
    };

    beforeAll(async () => {
      harness = await makeHarness();
      folder = await mkdtemp(join(tmpdir(), 'reelwright-generator-'));
    });
    afterAll(async () => {
      await Promise.all(opened.map((generator) => generator.close()));
      await harness?.close?.();
      await rm(folder, { recursive: true, force: true });
    });

    it('says what it is', async () => {
      const generator = await open();
      expect(generator.provider).toBe(harness.request.provider);
      expect(generator.maxConcurrent).toBeGreaterThan(0);
      expect(generator.pollIntervalMs).toBeGreaterThan(0);
    });

    it('knows the models of its kinds, the default of each among them', async () => {
      const generator = await open();
      const models = generator.models?.();
      if (models === undefined) return;
      for (const model of models) {
        expect(ModelFacts.safeParse(model).error).toBeUndefined();
        expect(model.provider).toBe(generator.provider);
      }
      for (const [kind, id] of Object.entries(generator.defaultModels)) {
        expect(models.some((model) => model.id === id && model.kind === kind)).toBe(true);
      }
    });

    it('estimates without starting anything', async () => {
      const generator = await open();
      const before = await harness.accepted();
      const estimate = unwrap(await generator.estimate(harness.request));
      expect(Number.isSafeInteger(estimate.costUsdMicros)).toBe(true);
      if (generator.free) expect(estimate.costUsdMicros).toBe(0);
      else expect(estimate.costUsdMicros).toBeGreaterThan(0);
      expect(estimate.basis).not.toBe('');
      expect(await harness.accepted()).toBe(before);
    });

    it('accepts, becomes ready, and brings a complete file', async () => {
      const generator = await open();
      const before = await harness.accepted();
      const { outcome, calls } = await submit(generator, harness.request);
      expect(outcome.kind).toBe('accepted');
      expect(calls).toBe(1);
      expect(await harness.accepted()).toBe(before + 1);
      const handle = handleOf(outcome);
      expect((await pollUntilSettled(generator, harness.request, handle)).kind).toBe('ready');
      await expectFile(await generator.fetch(harness.request, handle, folder, never));
    });

    it('goes on in a new instance after a restart, and fetches a second time', async () => {
      const first = await open();
      const handle = handleOf((await submit(first, harness.request)).outcome);
      // A handle goes through the database as JSON.
      const stored = JSON.parse(JSON.stringify(handle)) as ProviderHandle;
      await first.close();
      const second = await open();
      const polled = await pollUntilSettled(second, harness.request, stored);
      // A free adapter may have forgotten: the engine asks it again.
      if (second.free && polled.kind === 'gone') return;
      expect(polled.kind).toBe('ready');
      await expectFile(await second.fetch(harness.request, stored, folder, never));
      await expectFile(await second.fetch(harness.request, stored, folder, never));
    });

    it('sends nothing when beforeFirstByte throws', async () => {
      const generator = await open();
      const before = await harness.accepted();
      const { outcome, calls } = await submit(generator, harness.request, () => {
        throw new Error('The budget is used up.');
      });
      expect(outcome.kind).toBe('not-sent');
      expect(calls).toBe(1);
      expect(await harness.accepted()).toBe(before);
    });

    it('says a refusal as a value', async () => {
      const request = await harness.refused();
      if (request === null) return;
      const { outcome, calls } = await submit(await open(), request);
      expect(outcome.kind).toBe('refused');
      expect(calls).toBeLessThanOrEqual(1);
      if (outcome.kind === 'refused') expect(outcome.fault.message.length).toBeGreaterThan(10);
    });

    it('calls a lost answer ambiguous, and sends once', async () => {
      const request = await harness.answerLost();
      if (request === null) return;
      const before = await harness.accepted();
      const { outcome, calls } = await submit(await open(), request);
      expect(outcome.kind).toBe('ambiguous');
      expect(calls).toBe(1);
      expect(await harness.accepted()).toBe(before + 1);
    });

    it('calls a refused connection not sent, before the first byte', async () => {
      const generator = await harness.unreachable();
      if (generator === null) return;
      opened.push(generator);
      const { outcome, calls } = await submit(generator, harness.request);
      expect(outcome.kind).toBe('not-sent');
      expect(calls).toBe(0);
      const handle = { requestId: 'nobody', statusUrl: null, responseUrl: null, cancelUrl: null };
      const polled = await generator.poll(harness.request, handle, never);
      expect(['unreachable', 'gone']).toContain(polled.kind);
    });

    it('takes back a request that is not finished', async () => {
      const request = await harness.slow();
      if (request === null) return;
      const generator = await open();
      const handle = handleOf((await submit(generator, request)).outcome);
      const cancelled = await generator.cancel(request, handle);
      expect(['cancelled', 'requested']).toContain(cancelled.kind);
      const polled = await pollUntilSettled(generator, request, handle);
      expect(['failed', 'gone']).toContain(polled.kind);
    });

    it('answers for a request that nobody made, and never throws', async () => {
      const generator = await open();
      const handle: ProviderHandle = {
        requestId: 'no-such-request',
        statusUrl: null,
        responseUrl: null,
        cancelUrl: null,
      };
      const polled = await generator.poll(harness.request, handle, never);
      expect(['gone', 'unreachable', 'failed']).toContain(polled.kind);
      const fetched = await generator.fetch(harness.request, handle, folder, never);
      expect(['gone', 'unreachable', 'failed']).toContain(fetched.kind);
      const cancelled = await generator.cancel(harness.request, handle);
      expect(['cancelled', 'too-late', 'unreachable', 'requested']).toContain(cancelled.kind);
    });

    async function expectFile(fetched: FetchOutcome): Promise<void> {
      expect(fetched).toMatchObject({ kind: 'fetched' });
      if (fetched.kind !== 'fetched') return;
      expect(fetched.path.startsWith(folder)).toBe(true);
      expect(await harness.isComplete(await readFile(fetched.path), harness.request)).toBe(true);
    }
  });
}

function handleOf(outcome: SubmitOutcome): ProviderHandle {
  if (outcome.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(outcome)}`);
  return outcome.handle;
}

/** Polls without a pause (the far sides of tests answer at once) until the request has ended. */
async function pollUntilSettled(
  generator: Generator,
  request: GenerationRequest,
  handle: ProviderHandle,
): Promise<PollOutcome> {
  for (;;) {
    const outcome = await generator.poll(request, handle, never);
    if (outcome.kind !== 'waiting' && outcome.kind !== 'running') return outcome;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
