import type { GenerationRequest } from '../../../../domain/jobs/generation-request.ts';
import { isPictureRequest } from '../../../../domain/jobs/request-kinds.ts';

/** How a take came of another one; null for one of its shot's own. */
export type MadeHow = 'extension' | 'retake' | 'gap' | 'reworded' | 'larger';

export function madeHow(request: GenerationRequest | null): MadeHow | null {
  if (request === null) return null;
  if (request.kind === 'upscaled-still' || request.kind === 'upscaled-clip') return 'larger';
  if (!isPictureRequest(request)) return null;
  return request.part ?? (request.reworded === undefined ? null : 'reworded');
}

/** Whether it is a stretch of film beside what the shot shows. */
export function isPart(how: MadeHow | null): boolean {
  return how === 'extension' || how === 'retake' || how === 'gap';
}
