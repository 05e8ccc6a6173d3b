import { createHash } from 'node:crypto';
import type { GenerationRequest } from '../../../domain/jobs/generation-request.ts';
import { canonicalJson, type JsonValue } from '../../../domain/kernel/patch.ts';

/**
 * SHA-256 of the request's canonical JSON, 64 lower-case hex digits: equal requests are generated once. The slate numbers
 * are left out: a take keeps the slate it was shot with, so that a shot put in before it never asks for a new one.
 */
export function requestDigest(request: GenerationRequest): string {
  const { sceneNumber: _scene, shotNumber: _shot, ...brief } = request.brief;
  const shaping = { ...request, brief } as unknown as JsonValue;
  return createHash('sha256').update(canonicalJson(shaping), 'utf8').digest('hex');
}
