import './check-node.ts';
import { animaticMethods, type DrawParams } from '../adapters/animatic/animatic-methods.ts';
import { openVideoWriter } from '../adapters/libav/open-video-writer.ts';
import { serveWorker } from './serve-worker.ts';

// One encoding thread: the drawing of the next picture runs beside it, and the studio starts a worker per core.
const methods = animaticMethods((settings) => openVideoWriter(settings, { threads: 1 }));

// Both ends of the channel are this build: the studio sends what `DrawParams` says.
serveWorker(
  {
    still: (params, context) => methods.still(params as DrawParams, context),
    clip: (params, context) => methods.clip(params as DrawParams, context),
  },
  { inBackground: true },
);
