import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import { createNodeWorkerHost } from '../worker-processes/create-node-worker-host.ts';
import { createAnimaticGenerator } from './create-animatic-generator.ts';
import { buildRequest } from './testing/build-request.ts';

const hosts: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const host of hosts) await host.close();
});

describeGenerator('animatic', async () => {
  const tempFolder = await mkdtemp(join(tmpdir(), 'reelwright-animatic-'));
  const workers = createNodeWorkerHost();
  hosts.push(workers);
  let accepted = 0;
  const request = buildRequest({ kind: 'still', widthPx: 160, heightPx: 90 });
  return {
    open: () => {
      const generator = createAnimaticGenerator({ workers, tempFolder });
      return {
        ...generator,
        submit: async (...call: Parameters<typeof generator.submit>) => {
          const outcome = await generator.submit(...call);
          if (outcome.kind === 'accepted') accepted++;
          return outcome;
        },
      };
    },
    request,
    assetPath: () => {
      throw new Error('An animatic uses no assets.');
    },
    accepted: () => accepted,
    isComplete: (bytes) => bytes.subarray(1, 4).toString('latin1') === 'PNG' && bytes.includes('IEND'),
    refused: () => buildRequest({ kind: 'still', widthPx: 161, heightPx: 90 }),
    answerLost: () => null,
    unreachable: () => null,
    slow: () => buildRequest({ kind: 'clip', widthPx: 640, heightPx: 360, seconds: 60 }),
    close: async () => {
      await rm(tempFolder, { recursive: true, force: true });
    },
  };
});
