import './check-node.ts';
import { makeFrame } from '../adapters/libav/make-frame.ts';
import { makeThumbnails } from '../adapters/libav/make-thumbnails.ts';
import { measureWaveform } from '../adapters/libav/measure-waveform.ts';
import { probeMedia } from '../adapters/libav/probe-media.ts';
import type { MediaWorkerCalls } from '../core/ports/media-files.ts';
import { serveWorker } from './serve-worker.ts';

serveWorker({
  probe: (params) => probeMedia((params as MediaWorkerCalls['probe']).path),
  thumbnails: (params, { signal }) => {
    const { path, frames, heightPx } = params as MediaWorkerCalls['thumbnails'];
    return makeThumbnails(path, frames, heightPx, signal);
  },
  waveform: (params, { signal }) => {
    const { path, bucketsPerSecond } = params as MediaWorkerCalls['waveform'];
    return measureWaveform(path, bucketsPerSecond, signal);
  },
  frame: (params) => {
    const { path, atFlicks } = params as MediaWorkerCalls['frame'];
    return makeFrame(path, atFlicks);
  },
});
