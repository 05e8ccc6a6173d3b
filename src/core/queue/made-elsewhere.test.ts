import { expect, test } from 'vitest';
import type { Job } from '../../domain/jobs/job.ts';
import { addChange, patchOf } from '../../domain/kernel/patch.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { sampleRow } from '../../testing/builders/any-row.ts';
import { stillRequest } from '../../testing/builders/generation-requests.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';

const handle = { requestId: 'request-far', statusUrl: null, responseUrl: null, cancelUrl: null };

test('asked for again here, what another device has at its provider is fetched free, and anything else is said to be paid twice', async () => {
  await using studio = createTestStudio({ pictures: true });
  const projectId = await studio.openStory();
  const { store } = studio.studio.parts;
  const add = (id: string, fields: Partial<Job>): string => {
    const far = sampleRow('job', {
      id: id as Job['id'],
      ...{ projectId, deviceId: 'another', provider: 'paid', sceneId: null, castId: null, placeId: null },
      request: stillRequest({ prompt: id, provider: 'paid' }),
      ...{ costUsdMicros: null, assetId: null, takeId: null, faultCode: null, notBeforeMs: 0 },
      ...fields,
    });
    unwrap(store.commit(patchOf([addChange('job', far)]), { projectId, label: 'Sync', undoable: false }));
    return id;
  };
  const jobIds = [
    add('far-running', { state: 'running', handle }),
    add('far-queued', { state: 'queued', handle: null }),
    add('far-sending', { state: 'sending', handle: null }),
    add('far-draft', { state: 'draft', handle: null }),
    add('far-kept', { state: 'fetching', handle: { ...handle, requestId: 'kept-of-there' } }),
  ];
  const lines = await studio.client.queue.priceAgain({ which: { jobIds } });
  expect(lines.map(({ jobId, how }) => `${jobId} ${how}`)).toEqual([
    'far-running collect',
    'far-queued bill-again',
    'far-sending bill-again',
    'far-draft bill-again',
    'far-kept bill-again',
  ]);
  expect(lines[1]?.costUsdMicros).toBeGreaterThan(0);
  const filter = { projectId, provider: 'paid', batchId: null };
  const { rows } = await studio.client.queue.rows({
    filter,
    groups: ['attention', 'running', 'waiting'],
    offset: 0,
    limit: 10,
  });
  // Taken back and put aside where it was asked for; its result is brought in from anywhere.
  expect(Object.fromEntries(rows.map(({ jobId, elsewhere, may }) => [jobId, [elsewhere, ...may]]))).toEqual({
    'far-draft': [true, 'again'],
    'far-running': [true, 'collect'],
    'far-sending': [true],
    'far-kept': [true],
    'far-queued': [true],
  });
  // What it cost is told apart by the device that asked.
  const { groups } = await studio.client.money.ledger({ by: 'device', filter: { projectId } });
  expect(groups.map(({ key }) => key)).toEqual(['another']);
  const { lines: charges } = await studio.client.money.lines({ filter: { projectId, deviceId: 'another' } });
  expect(new Set(charges.map(({ deviceId }) => deviceId))).toEqual(new Set(['another']));
  expect((await studio.client.money.lines({ filter: { projectId, deviceId: '' } })).total).toBe(0);
});
