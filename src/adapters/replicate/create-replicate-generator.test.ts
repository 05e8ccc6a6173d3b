import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import {
  type ReplicateSimFault,
  startReplicateSim,
} from '../../../tools/replicate-sim/start-replicate-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { sniffResult } from '../../net/sniff-result.ts';
import { clipRequest, stillRequest } from '../../testing/builders/generation-requests.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createReplicateGenerator } from './create-replicate-generator.ts';

const key = 'r8_good';

async function closedOrigin(): Promise<URL> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return new URL(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 9}`);
}

for (const kind of ['still', 'clip'] as const) {
  describeGenerator(`replicate, ${kind}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reelwright-replicate-'));
    const sim = await startReplicateSim({ key });
    const picture = makePicture({ prompt: 'start', seed: 1, widthPx: 320, heightPx: 180 });
    const startFrameAssetId = AssetId.parse(createHash('sha256').update(picture).digest('hex'));
    writeFileSync(join(folder, 'start.png'), picture);
    const request =
      kind === 'still'
        ? stillRequest({ provider: 'replicate', model: 'black-forest-labs/flux-dev' })
        : clipRequest({ provider: 'replicate', model: 'bytedance/seedance-1-pro', startFrameAssetId });
    const open = (origin: URL = sim.origin) =>
      unwrap(
        createReplicateGenerator({
          key: async () => key,
          clock: createSystemClock(),
          origin,
          pollIntervalMs: 5,
        }),
      );
    const withFault = (fault: ReplicateSimFault) => () => {
      sim.setFaults([{ fault }]);
      return request;
    };
    return {
      open,
      request,
      assetPath: () => ok({ path: join(folder, 'start.png'), mime: 'image/png' }),
      accepted: () => sim.predictions().length,
      async isComplete(bytes) {
        if (sniffResult(bytes)?.medium !== (kind === 'still' ? 'image' : 'video')) return false;
        if (kind === 'clip') return bytes.includes('moov') && bytes.includes('mdat');
        const image = await loadImage(bytes);
        return image.width / image.height === 16 / 9;
      },
      refused: withFault('bad-input'),
      answerLost: withFault('lose-answer'),
      unreachable: async () => open(await closedOrigin()),
      slow: withFault('endless'),
      async close() {
        if (sim.leakedKeys() > 0) throw new Error('a key was sent to a store');
        await sim.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
}
