import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { requestDigest } from '../../domain/jobs/request-digest.ts';

/** A PNG of two by two pixels. */
const smallPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAABHNCSVQICAgIfAhkiAAAAAFzUkdCAK7OHOkAAAAUSURBVAiZY+zo6PjPwMDAwMQABQAnqAKbrbKzowAAAABJRU5ErkJggg==',
  'base64',
);

/** A real picture for each request: the same for equal requests, and other bytes for others. */
export function fakePicture(request: GenerationRequest): Uint8Array {
  return Buffer.concat([smallPng, Buffer.from(requestDigest(request))]);
}
