import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { makePicture } from '../../../tools/fal-sim/make-media.ts';
import { startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { sniffResult } from '../../net/sniff-result.ts';
import { clipRequest, stillRequest } from '../../testing/builders/generation-requests.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createFalGenerator } from './create-fal-generator.ts';

const small = { widthPx: 320, heightPx: 192 };

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 9;
}

for (const kind of ['still', 'clip'] as const) {
  describeGenerator(`fal, ${kind}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reelwright-fal-'));
    const sim = await startFalSim({ mostClipHeightPx: 96, keys: ['id:secret'] });
    const picture = makePicture({ prompt: 'start', seed: 1, ...small });
    const frame = AssetId.parse(createHash('sha256').update(picture).digest('hex'));
    writeFileSync(join(folder, 'start.png'), picture);
    const request =
      kind === 'still'
        ? stillRequest({ provider: 'fal', model: 'fal-ai/flux/dev', ...small })
        : clipRequest({
            provider: 'fal',
            model: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
            startFrameAssetId: frame,
            ...small,
          });
    const open = (origin: URL = sim.origin) =>
      unwrap(createFalGenerator({ key: 'id:secret', clock: createSystemClock(), origin, pollIntervalMs: 5 }));
    return {
      open,
      request,
      assetPath: () => ok({ path: join(folder, 'start.png'), mime: 'image/png' }),
      accepted: () => sim.submits().filter(({ requestId }) => requestId !== null).length,
      async isComplete(bytes) {
        if (sniffResult(bytes)?.medium !== (kind === 'still' ? 'image' : 'video')) return false;
        if (kind === 'clip') return bytes.includes('moov') && bytes.includes('mdat');
        const image = await loadImage(bytes);
        return image.width === 320 && image.height === 192;
      },
      refused: () => {
        sim.setFaults([{ fault: 'refuse-422' }]);
        return request;
      },
      answerLost: () => {
        sim.setFaults([{ fault: 'lose-answer' }]);
        return request;
      },
      unreachable: async () => open(new URL(`http://127.0.0.1:${await closedPort()}`)),
      slow: () => {
        sim.setFaults([{ fault: 'endless-queue' }]);
        return request;
      },
      async close() {
        if (sim.leakedKeys() > 0) throw new Error('a key was sent to a store');
        await sim.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
}
