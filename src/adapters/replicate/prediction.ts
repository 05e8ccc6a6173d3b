import { isRecord, textOf } from '../../net/read-answer.ts';
import type { ReplicateModel } from './replicate-models.ts';

/** A prediction as Replicate tells it, as far as we read it. */
export interface Prediction {
  readonly id: string;
  readonly model: string;
  readonly version: string | null;
  readonly status: 'waiting' | 'running' | 'succeeded' | 'failed' | 'canceled';
  readonly input: Readonly<Record<string, unknown>>;
  /** Addresses of the output's files. */
  readonly outputs: readonly string[];
  readonly error: unknown;
  readonly logs: string;
  readonly createdAtMs: number | null;
  readonly completedAtMs: number | null;
  /** Seconds that the model ran; null while it has not, or where it is not told. */
  readonly predictSeconds: number | null;
  /** Seconds of video that came out, where that is told. */
  readonly videoSeconds: number | null;
  /** Input and output were taken away: an hour has passed. */
  readonly dataRemoved: boolean;
}

const statuses: Readonly<Record<string, Prediction['status']>> = {
  starting: 'waiting',
  processing: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
  aborted: 'canceled',
};

/** Reads a prediction; null for anything that is none. */
export function readPrediction(value: unknown): Prediction | null {
  if (!isRecord(value)) return null;
  const id = textOf(value['id']);
  const status = statuses[textOf(value['status']) ?? ''];
  if (id === null || !isPredictionId(id) || status === undefined) return null;
  const metrics = isRecord(value['metrics']) ? value['metrics'] : {};
  return {
    id,
    model: textOf(value['model']) ?? '',
    version: textOf(value['version']),
    status,
    input: isRecord(value['input']) ? value['input'] : {},
    outputs: addressesIn(value['output']),
    error: value['error'],
    logs: textOf(value['logs']) ?? '',
    createdAtMs: timeOf(value['created_at']),
    completedAtMs: timeOf(value['completed_at']),
    predictSeconds: numberOf(metrics['predict_time']),
    videoSeconds: numberOf(metrics['video_output_duration_seconds']),
    dataRemoved: value['data_removed'] === true,
  };
}

export function isPredictionId(id: string): boolean {
  return /^[a-z0-9-]{8,80}$/i.test(id);
}

/** Whether it is of a model of the table; a version alone names it too. */
export function isOfModel({ model, version }: Prediction, { id }: Pick<ReplicateModel, 'id'>): boolean {
  const [name, ownVersion] = id.split(':');
  return model === name || (ownVersion !== undefined && version === ownVersion);
}

/**
 * What it cost by our table: the machine's seconds where they are charged, else what came out of it. Null where what is
 * charged was not told.
 */
export function costOf(
  model: ReplicateModel,
  prediction: Prediction,
  secondsAskedFor: number,
): number | null {
  const price = model.tablePriceUsdMicros;
  switch (model.unit) {
    case 'image':
      return price * Math.max(1, prediction.outputs.length);
    case 'second':
      return Math.round(price * (prediction.videoSeconds ?? secondsAskedFor));
    case 'compute-second':
      return prediction.predictSeconds === null ? null : Math.round(price * prediction.predictSeconds);
  }
}

/** How far it is, by the last bar that its log draws: " 45%|████▌     | 13/28". */
export function progressOf({ logs }: Prediction): number | null {
  const percent = [...logs.matchAll(/(\d{1,3})%\|/g)].at(-1)?.[1];
  return percent === undefined ? null : Math.min(1, Number(percent) / 100);
}

/** One address, a list of them, or one in a field: models differ. */
function addressesIn(output: unknown): string[] {
  if (typeof output === 'string') return /^https?:\/\//.test(output) ? [output] : [];
  if (Array.isArray(output)) return output.flatMap(addressesIn);
  return isRecord(output) ? Object.values(output).flatMap(addressesIn) : [];
}

function timeOf(value: unknown): number | null {
  const atMs = Date.parse(textOf(value) ?? '');
  return Number.isNaN(atMs) ? null : atMs;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}
