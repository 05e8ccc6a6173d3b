import type { Result } from '../../../domain/kernel/result.ts';
import type { CommissionContext, CommissionOrder, CommissionPlan, PlanPurpose } from './commission-plan.ts';
import { planEffects } from './plan-effects.ts';
import { planExtend } from './plan-extend.ts';
import { planFillGap } from './plan-fill-gap.ts';
import { planMusic } from './plan-music.ts';
import { planRetake } from './plan-retake.ts';
import { planReword } from './plan-reword.ts';
import { planSpeech } from './plan-speech.ts';
import { planTranscribe } from './plan-transcribe.ts';
import { planUpscale } from './plan-upscale.ts';
import { planVoiceSample } from './plan-voice-sample.ts';

/** The requests of a commission, by the rows as they are now: one planner for each kind of work. */
export function planCommission(
  context: CommissionContext,
  order: CommissionOrder,
  purpose: PlanPurpose,
): Promise<Result<CommissionPlan>> {
  const { commission } = order;
  switch (commission.what) {
    case 'upscale':
      return planUpscale(context, { ...order, commission }, purpose);
    case 'reword':
      return planReword(context, { ...order, commission }, purpose);
    case 'extend':
      return planExtend(context, { ...order, commission }, purpose);
    case 'retake':
      return planRetake(context, { ...order, commission }, purpose);
    case 'fill-gap':
      return planFillGap(context, { ...order, commission }, purpose);
    case 'speech':
      return planSpeech(context, { ...order, commission }, purpose);
    case 'music':
      return planMusic(context, { ...order, commission }, purpose);
    case 'effects':
      return planEffects(context, { ...order, commission }, purpose);
    case 'transcribe':
      return planTranscribe(context, { ...order, commission }, purpose);
    case 'voice-sample':
      return planVoiceSample(context, { ...order, commission }, purpose);
  }
}
