import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askService } from '../../testing/service/ask-service.ts';
import { sendFile } from '../../testing/service/send-file.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { type TestStorage, testStorages } from '../../testing/service/test-storages.ts';

describe.each(testStorages)('files kept in $name:', ({ start }) => {
  let nowMs = Date.now();
  let sim: TestStorage;
  let service: TestService;
  beforeAll(async () => {
    sim = await start({ now: () => nowMs });
    service = await startTestService({ now: () => nowMs, storage: sim.settings });
  });
  afterAll(async () => {
    await service.stop();
    await sim.close();
  });

  const well = { ready: true, database: 'answers', identity: 'answers' };
  const ready = async () => {
    nowMs += 16_000;
    const answer = await fetch(`${service.origin}/ready`);
    return [answer.status, await answer.json()];
  };

  test('whether the service is ready says how the storage is; one that sleeps makes nobody unready', async () => {
    expect(await ready()).toEqual([200, { ...well, storage: 'answers' }]);
    sim.setFaults([{ fault: 'asleep', times: null }]);
    expect(await ready()).toEqual([200, { ...well, storage: 'asleep' }]);
    const asked = sim.requests().length;
    for (let n = 0; n < 5; n++) await fetch(`${service.origin}/ready`);
    expect(sim.requests().length).toBe(asked);
    sim.setFaults([{ fault: 'expired' }]);
    expect(await ready()).toEqual([200, { ...well, storage: 'refuses' }]);
    expect(await ready()).toEqual([200, { ...well, storage: 'answers' }]);
  });

  test('what the storage took to answer is measured; no log line has a key, a token or an address of it', async () => {
    const token = await service.token('user_measured');
    await askService(service, token, 'POST', '/api/projects', { id: 'm', title: '', organisationId: null });
    const assets = (method: string, rest: string, body: unknown) =>
      askService(service, token, method, `/api/projects/m/assets/${rest}`, body);
    const sha256 = await sendFile(assets, Buffer.from('measured'));
    sim.setFaults([{ fault: 'asleep' }]);
    const { status, json } = await assets('POST', 'uploads', {
      ...{ sha256: 'ab'.repeat(32), bytes: 10, mime: 'video/mp4', partBytes: 5 },
      parts: ['cd'.repeat(32), 'ef'.repeat(32)],
    });
    expect([status, json.error.code]).toEqual([503, 'sync.storage-asleep']);
    expect((await askService(service, token, 'GET', `/api/projects/m/assets/${sha256}`)).status).toBe(200);
    const metrics = await (await fetch(`${service.origin}/metrics`)).text();
    expect(metrics).toContain('reelwright_storage_seconds_count{call="head",outcome="ok"} 1');
    expect(metrics).toContain(
      'reelwright_storage_seconds_count{call="begin",outcome="sync.storage-asleep"} 1',
    );
    expect(metrics).toContain('reelwright_storage_removals_waiting 0');
    const lines = JSON.stringify(service.logged);
    expect(lines).toContain('storage: 503');
    for (const secret of [...sim.keys(), ...Object.values(sim.settings).slice(1)]) {
      if (secret !== 'auto' && secret !== 'media') expect(lines).not.toContain(secret);
    }
  });
});
