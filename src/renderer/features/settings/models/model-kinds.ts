import type { GenerationKind } from '../../../../domain/jobs/generation-request.ts';

/** The kinds in the order in which a film is made. */
export const modelKinds = [
  'still',
  'clip',
  'speech',
  'music',
  'effect',
  'upscaled-still',
  'upscaled-clip',
  'transcript',
] as const satisfies readonly GenerationKind[];
export type ModelKind = (typeof modelKinds)[number];

/** Kinds of which another maker's work is as good: words and pictures go over, a voice does not. */
export const orderedKinds: readonly ModelKind[] = ['still', 'clip'];
