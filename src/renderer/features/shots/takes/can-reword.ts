import { animaticModels } from '../../../../domain/jobs/build-requests.ts';
import type { Job } from '../../../../domain/jobs/job.ts';
import { isPictureRequest } from '../../../../domain/jobs/request-kinds.ts';

/** A model was asked for it in words; the animatic draws the shot's fields. */
export function canReword({ request, provider }: Pick<Job, 'request' | 'provider'>): boolean {
  return isPictureRequest(request) && provider !== animaticModels.provider;
}
