import './check-node.ts';
import { makeFrame } from '../adapters/libav/make-frame.ts';
import { makeProxy } from '../adapters/libav/make-proxy.ts';
import { makeThumbnails } from '../adapters/libav/make-thumbnails.ts';
import { measureWaveform } from '../adapters/libav/measure-waveform.ts';
import { probeMedia } from '../adapters/libav/probe-media.ts';
import type { MediaWorkerCalls } from '../core/ports/media-files.ts';
import { proxySize } from '../domain/assets/proxy.ts';
import { serveWorker, stepBack } from './serve-worker.ts';

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
  proxy: (params, { signal }) => {
    const { path, to } = params as MediaWorkerCalls['proxy'];
    // This process makes proxies and nothing else: whatever a person does comes first.
    stepBack();
    return makeProxy(path, to, ({ widthPx, heightPx }) => proxySize(widthPx, heightPx), signal);
  },
});
