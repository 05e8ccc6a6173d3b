import { afterEach, describe, expect, it } from 'vitest';
import { wordsOfRequest } from '../../domain/jobs/request-kinds.ts';
import { patchOf, removeChange, updateChange } from '../../domain/kernel/patch.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { createFakeGenerator } from '../../testing/fakes/fake-generator.ts';
import { createFakeProvider, fakeHandle } from '../../testing/fakes/fake-provider.ts';
import { createTestEngine, type TestEngine } from '../../testing/test-engine.ts';
import type { Generator, SubmitOutcome } from '../ports/generator.ts';

let bed: TestEngine;
afterEach(() => bed.dispose());

/** The fake provider with another submit. */
function open(
  submit: (answer: () => Promise<SubmitOutcome>, prompt: string) => Promise<SubmitOutcome>,
): void {
  const far = createFakeProvider(() => ({ polls: ['running', 'running', 'running'] }));
  const fake = createFakeGenerator(far, { maxConcurrent: 4, keepsList: true });
  const odd: Generator = {
    ...fake,
    submit: (request, context) => submit(() => fake.submit(request, context), wordsOfRequest(request)),
  };
  bed = createTestEngine({ overrides: { generators: [odd] } });
  Object.assign(bed, { far });
  bed.engine.start();
}
const turnLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('an answer that names the request of another job', () => {
  it('is not believed: what became of this one is asked, and neither is sent again', async () => {
    open(async (answer, prompt) => {
      const outcome = await answer();
      return prompt === 'two' ? { kind: 'accepted', handle: fakeHandle('fake-1') } : outcome;
    });
    bed.ask('one');
    while (bed.job('one').handle === null) await turnLoop();
    bed.ask('two');
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1, handle: { requestId: 'fake-1' } });
    expect(bed.job('two')).toMatchObject({ state: 'done', submits: 1, handle: { requestId: 'fake-2' } });
    expect(bed.far.accepted).toHaveLength(2);
  });
});

describe('while a request is being sent', () => {
  /** Holds the answer back until it is let go. */
  function openHeld(): { letGo(): void; isSending(): boolean } {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    open(async (answer) => {
      const outcome = await answer();
      await held;
      return outcome;
    });
    return { letGo, isSending: () => bed.job('one').state === 'sending' };
  }

  it('its shot may be changed: what was sent is what is kept', async () => {
    const { letGo, isSending } = openHeld();
    bed.ask('one');
    while (!isSending()) await turnLoop();
    const { id, request } = bed.job('one');
    // Asked for again meanwhile, in the same words: it is the same job.
    expect(bed.ask('one').map((job) => job.id)).toEqual([id]);
    bed.ask('another wording');
    letGo();
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1, request });
    expect(bed.far.accepted.map((far) => wordsOfRequest(far.request)).sort()).toEqual([
      'another wording',
      'one',
    ]);
  });

  it('its row may be moved by somebody else: the id is kept all the same, and nothing is sent again', async () => {
    const { letGo, isSending } = openHeld();
    bed.ask('one');
    while (!isSending()) await turnLoop();
    const job = bed.job('one');
    const change = updateChange('job', job, { state: 'unknown' });
    if (change === null) throw new Error('there is something to change');
    unwrap(
      bed.store.commit(patchOf([change]), { projectId: job.projectId, label: 'Merge', undoable: false }),
    );
    letGo();
    await bed.run();
    expect(bed.job('one')).toMatchObject({ state: 'done', submits: 1 });
    expect(bed.far.accepted).toHaveLength(1);
  });

  it('its row may be removed: the engine goes on with the others', async () => {
    const { letGo, isSending } = openHeld();
    bed.ask('one', 'two');
    while (!isSending()) await turnLoop();
    const job = bed.job('one');
    const options = { projectId: job.projectId, label: 'Delete', undoable: false };
    unwrap(bed.store.commit(patchOf([removeChange('job', job)]), options));
    letGo();
    await bed.run();
    expect(bed.jobs().map((left) => [wordsOfRequest(left.request), left.state])).toEqual([['two', 'done']]);
    // What it may have cost stays in the ledger, and the provider still holds its result.
    expect(bed.store.charges.of(job.id)).toMatchObject({ state: 'reserved' });
  });
});

it('a provider that answers a poll late, after the result is in, changes nothing', async () => {
  const far = createFakeProvider();
  const fake = createFakeGenerator(far);
  let polls = 0;
  const twice: Generator = {
    ...fake,
    async poll(...args) {
      polls += 1;
      const outcome = await fake.poll(...args);
      return polls === 1 ? outcome : { kind: 'gone', fault: { code: 'provider.gone', message: 'Gone.' } };
    },
  };
  bed = createTestEngine({ overrides: { generators: [twice], canStore: () => ok(undefined) } });
  bed.engine.start();
  bed.ask('one');
  await bed.run();
  expect(bed.job('one').state).toBe('done');
  expect(bed.engine.adopt(bed.job('one').id, fakeHandle('fake-1')).ok).toBe(false);
  expect(bed.engine.retry(bed.job('one').id).ok).toBe(false);
  expect(bed.job('one').state).toBe('done');
});

it('an answer that is lost where nobody can be asked says where a person can look', async () => {
  const fake = createFakeGenerator(createFakeProvider(() => ({ submit: 'lose-answer' })));
  const page = 'https://provider.example/activity';
  bed = createTestEngine({ overrides: { generators: [{ ...fake, requestsPage: page }] } });
  bed.engine.start();
  bed.ask('one');
  await bed.run();
  expect(bed.job('one')).toMatchObject({ state: 'unknown', faultCode: 'job.maybe-billed' });
  expect(bed.job('one').faultMessage).toContain(`look at your account there (${page})`);
});
