import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { makeClip, makePicture } from '../../../tools/fal-sim/make-media.ts';
import { makeSound } from '../../../tools/fal-sim/make-sound.ts';
import { startFalSim } from '../../../tools/fal-sim/start-fal-sim.ts';
import { describeGenerator } from '../../core/ports/generator.conformance.ts';
import type { GenerationKind, GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { AssetId } from '../../domain/kernel/ids.ts';
import { ok, unwrap } from '../../domain/kernel/result.ts';
import { secondsToFlicks } from '../../domain/kernel/time.ts';
import { sniffResult } from '../../net/sniff-result.ts';
import {
  clipRequest,
  readingRequest,
  soundRequest,
  speechRequest,
  stillRequest,
  transcriptRequest,
  upscaleRequest,
} from '../../testing/builders/generation-requests.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createFalGenerator } from './create-fal-generator.ts';
import { defaultFalModels } from './models/fal-models.ts';

const small = { widthPx: 320, heightPx: 192 };
const key = 'id:secret';

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 9;
}

/** Files of a library that requests may name, by asset. */
async function makeLibrary(folder: string) {
  const files = new Map<AssetId, { path: string; mime: string }>();
  const add = (name: string, mime: string, bytes: Buffer): AssetId => {
    const id = AssetId.parse(createHash('sha256').update(bytes).digest('hex'));
    writeFileSync(join(folder, name), bytes);
    files.set(id, { path: join(folder, name), mime });
    return id;
  };
  const start = makePicture({ prompt: 'start', seed: 1, ...small });
  const clip = { prompt: 'x', seconds: 1, fps: 12, heightPx: 96, startFrame: start };
  return {
    start: add('start.png', 'image/png', start),
    end: add('end.png', 'image/png', makePicture({ prompt: 'end', seed: 2, ...small })),
    clip: add('clip.mp4', 'video/mp4', await makeClip(clip, folder)),
    sound: add('sound.wav', 'audio/wav', makeSound({ words: 'said', seconds: 1 })),
    assetPath: (id: AssetId) => ok(files.get(id) ?? { path: join(folder, 'none'), mime: '' }),
  };
}

type Library = Awaited<ReturnType<typeof makeLibrary>>;
const falOf = (kind: GenerationKind) => ({ provider: 'fal', model: defaultFalModels[kind] });

const cases: Readonly<Record<string, (library: Library) => GenerationRequest>> = {
  still: () => stillRequest({ ...falOf('still'), ...small }),
  'still with references': ({ start, end }) =>
    stillRequest({
      provider: 'fal',
      model: 'fal-ai/flux-2-pro',
      ...small,
      referenceAssetIds: [start, end, start],
    }),
  clip: ({ start }) => clipRequest({ ...falOf('clip'), startFrameAssetId: start, ...small }),
  'clip between two frames': ({ start, end }) =>
    clipRequest({
      provider: 'fal',
      model: 'fal-ai/veo3.1/fast/image-to-video',
      startFrameAssetId: start,
      endFrameAssetId: end,
      durationFlicks: secondsToFlicks(3),
    }),
  speech: () => speechRequest({ ...falOf('speech'), delivery: 'quietly' }),
  music: () => soundRequest({ kind: 'music', ...falOf('music') }),
  effect: () => soundRequest({ kind: 'effect', ...falOf('effect') }),
  'upscaled still': ({ start }) => upscaleRequest({ ...falOf('upscaled-still'), sourceAssetId: start }),
  'upscaled clip': ({ clip }) =>
    upscaleRequest({ kind: 'upscaled-clip', ...falOf('upscaled-clip'), sourceAssetId: clip }),
  transcript: ({ sound }) => transcriptRequest({ ...falOf('transcript'), sourceAssetId: sound }),
  'transcript by another model': ({ clip }) =>
    transcriptRequest({ provider: 'fal', model: 'fal-ai/whisper', sourceAssetId: clip }),
  reading: () => readingRequest(falOf('reading')),
  'a model that no table has': ({ start }) =>
    clipRequest({ provider: 'fal', model: 'acme/motion-9/image-to-video', startFrameAssetId: start }),
};

async function isComplete(bytes: Buffer, { kind }: GenerationRequest): Promise<boolean> {
  switch (kind) {
    case 'still': {
      const image = await loadImage(bytes);
      return image.width === 320 && image.height === 192;
    }
    case 'upscaled-still':
      return sniffResult(bytes)?.medium === 'image';
    case 'clip':
    case 'upscaled-clip':
      return sniffResult(bytes)?.medium === 'video' && bytes.includes('moov') && bytes.includes('mdat');
    case 'speech':
    case 'music':
    case 'effect':
      return sniffResult(bytes)?.medium === 'audio' && bytes.readUInt32LE(4) === bytes.length - 8;
    case 'transcript': {
      const { words, language } = JSON.parse(bytes.toString('utf8'));
      const last = { text: 'last.', startSeconds: 2, endSeconds: 2.35 };
      return language.startsWith('en') && words.length === 6 && words[5].text === last.text;
    }
    case 'reading':
      return JSON.parse(bytes.toString('utf8')).heard.startsWith('The lamp had been dark');
  }
}

for (const [name, requestOf] of Object.entries(cases)) {
  describeGenerator(`fal, ${name}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reelwright-fal-'));
    const sim = await startFalSim({ mostClipHeightPx: 96, keys: [key] });
    const library = await makeLibrary(folder);
    const request = requestOf(library);
    const open = (origin: URL = sim.origin) =>
      unwrap(createFalGenerator({ key, clock: createSystemClock(), origin, pollIntervalMs: 5 }));
    const faulty = (fault: 'refuse-422' | 'lose-answer' | 'endless-queue') => () => {
      sim.setFaults([{ fault }]);
      return request;
    };
    return {
      open,
      request,
      assetPath: library.assetPath,
      accepted: () => sim.submits().filter(({ requestId }) => requestId !== null).length,
      isComplete,
      refused: faulty('refuse-422'),
      answerLost: faulty('lose-answer'),
      unreachable: async () => open(new URL(`http://127.0.0.1:${await closedPort()}`)),
      slow: faulty('endless-queue'),
      async close() {
        if (sim.leakedKeys() > 0) throw new Error('a key was sent to a store');
        await sim.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  });
}
