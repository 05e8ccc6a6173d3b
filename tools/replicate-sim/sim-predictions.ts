import { randomUUID } from 'node:crypto';

/** How a prediction ends. */
export type SimEnding = 'succeeded' | 'failed' | 'flagged' | 'no-output' | 'foreign-output';

export interface SimPrediction {
  readonly id: string;
  readonly model: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly createdAtMs: number;
  readonly costUsdMicros: number;
  readonly ending: SimEnding;
  /** Never leaves its beginning, until it is cancelled. */
  readonly endless: boolean;
  reads: number;
  cancelled: boolean;
  dataRemoved: boolean;
}

/** Seconds that the stand-in's machine always takes. */
export const predictSeconds = 4;

export function newPrediction(
  fields: Pick<SimPrediction, 'model' | 'input' | 'costUsdMicros' | 'ending' | 'endless' | 'createdAtMs'>,
): SimPrediction {
  const id = randomUUID().replaceAll('-', '').slice(0, 26);
  return { ...fields, id, reads: 0, cancelled: false, dataRemoved: false };
}

export function stateOf(prediction: SimPrediction, readsBefore: number): string {
  if (prediction.cancelled) return 'canceled';
  if (prediction.endless || prediction.reads === 0) return 'starting';
  if (prediction.reads <= readsBefore) return 'processing';
  return prediction.ending === 'failed' || prediction.ending === 'flagged' ? 'failed' : 'succeeded';
}

/** The prediction as Replicate writes it. */
export function tellPrediction(prediction: SimPrediction, readsBefore: number, isClip: boolean): object {
  const status = stateOf(prediction, readsBefore);
  const address = `https://api.replicate.com/v1/predictions/${prediction.id}`;
  const host =
    prediction.ending === 'foreign-output'
      ? 'https://replicate.delivery.example.com'
      : 'https://replicate.delivery';
  const file = `${host}/xezq/${prediction.id}/out-0.${isClip ? 'mp4' : 'png'}`;
  const done = status === 'succeeded' && !prediction.dataRemoved;
  const output = prediction.ending === 'no-output' ? null : isClip ? file : [file];
  return {
    id: prediction.id,
    model: prediction.model,
    version: 'hidden',
    input: prediction.dataRemoved ? {} : prediction.input,
    logs: status === 'processing' ? ' 20%|██\n 45%|████▌     | 13/28' : '',
    output: done ? output : null,
    data_removed: prediction.dataRemoved,
    error: status === 'failed' ? errorOf(prediction.ending) : null,
    source: 'api',
    status,
    created_at: new Date(prediction.createdAtMs).toISOString(),
    completed_at: status === 'succeeded' ? new Date(prediction.createdAtMs + 5_000).toISOString() : null,
    metrics: status === 'succeeded' || status === 'failed' ? { predict_time: predictSeconds } : {},
    urls: { get: address, cancel: `${address}/cancel` },
  };
}

function errorOf(ending: SimEnding): string {
  return ending === 'flagged'
    ? 'The input or output was flagged as sensitive. Please try again with different inputs. (E005)'
    : 'Prediction failed: CUDA out of memory';
}
