import { fitPictureRequest } from '../../domain/jobs/fit-picture-request.ts';
import type { GenerationRequest } from '../../domain/jobs/generation-request.ts';
import { isPictureRequest } from '../../domain/jobs/request-kinds.ts';
import { type Fault, ok, type Result } from '../../domain/kernel/result.ts';
import { factsOfModel } from './facts-of-model.ts';
import type { FormSchema } from './forms/form-schema.ts';
import { formFault } from './forms/plan-by-form.ts';
import { planClip } from './models/clip-models.ts';
import { type FalInput, type FalPlan, refused } from './models/fal-model.ts';
import type { FalModel } from './models/fal-models.ts';
import { planReading } from './models/reading-models.ts';
import { planSound } from './models/sound-models.ts';
import { planSpeech } from './models/speech-models.ts';
import { planStill } from './models/still-models.ts';
import { planTranscript } from './models/transcript-models.ts';
import { planUpscale } from './models/upscale-models.ts';

const nothingNew = { prices: [], form: null, gone: false };

/** What a request to a model of our table comes to, or why it would not be taken. Nothing is sent for it. */
export function planRequest(model: FalModel, request: GenerationRequest): Result<FalPlan> {
  if (isPictureRequest(request)) {
    const fit = fitPictureRequest('Fal', factsOfModel(model, nothingNew), request);
    if (!fit.ok) return fit;
  }
  switch (model.kind) {
    case 'still':
      return request.kind === 'still' ? planStill(model, request) : wrongKind(request);
    case 'clip':
      return request.kind === 'clip' ? planClip(model, request) : wrongKind(request);
    case 'speech':
      return request.kind === 'speech' ? planSpeech(model, request) : wrongKind(request);
    case 'music':
    case 'effect':
      return request.kind === model.kind ? planSound(model, request) : wrongKind(request);
    case 'upscaled-still':
    case 'upscaled-clip':
      return request.kind === model.kind ? planUpscale(model, request) : wrongKind(request);
    case 'transcript':
      return request.kind === 'transcript' ? planTranscript(model, request) : wrongKind(request);
    case 'reading':
      return request.kind === 'reading' ? planReading(model, request) : wrongKind(request);
  }
}

export function wrongKind(request: Pick<GenerationRequest, 'model' | 'kind'>): {
  readonly ok: false;
  readonly fault: Fault;
} {
  return refused(
    `Fal's "${request.model}" cannot be asked for this (${request.kind}). Nothing was sent. Choose another model.`,
  );
}

/** Fields that ask for more than one result: all would be paid for, and one is fetched. */
const countFields = ['num_images', 'max_images', 'num_videos', 'num_samples', 'sync_mode'];

/** Fields that models are known to charge by, beside length and size. */
const pricedFields = /resolution|quality|audio|frames|fps|steps|upscale|acceleration|mode/i;

/** A plan with the fields that a person set by hand, held against the model's form as a whole. */
export function withExtra(
  plan: FalPlan,
  form: FormSchema,
  extra: NonNullable<GenerationRequest['extra']>,
): Result<FalPlan> {
  const counted = Object.keys(extra).find((name) => countFields.includes(name));
  if (counted !== undefined) {
    return refused(
      `The field "${counted}" of ${plan.name} cannot be set here: one result is asked for at a time. Nothing was sent. Take it away.`,
    );
  }
  const dear = Object.keys(extra).filter((name) => pricedFields.test(name));
  const whole: FalPlan = {
    ...plan,
    // Fal's list has one price a model: what such a field adds is told with the charge.
    work: dear.length === 0 ? plan.work : `${plan.work} (Fal may charge more for ${dear.join(', ')})`,
    input: (addressOf) => ({ ...plan.input(addressOf), ...(extra as FalInput) }),
  };
  return formFault({ name: plan.name, form }, whole) ?? ok(whole);
}
