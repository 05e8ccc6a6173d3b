import { expect, test } from 'vitest';
import { supportsPlayback } from './supports-playback.ts';

const all = {
  isSecureContext: true,
  VideoDecoder: class {},
  VideoFrame: class {},
  OffscreenCanvas: class {},
  Worker: class {},
};

test('says what a browser lacks', () => {
  expect(supportsPlayback(all)).toEqual({ supported: true });
  expect(supportsPlayback({ ...all, VideoDecoder: undefined })).toEqual({
    supported: false,
    missing: 'decoding',
  });
  expect(supportsPlayback({ ...all, VideoDecoder: undefined, isSecureContext: false })).toEqual({
    supported: false,
    missing: 'secure-page',
  });
  expect(supportsPlayback({ ...all, OffscreenCanvas: undefined })).toEqual({
    supported: false,
    missing: 'worker-drawing',
  });
});
