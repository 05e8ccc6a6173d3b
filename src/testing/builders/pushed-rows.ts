import type { ProjectId } from '../../domain/kernel/ids.ts';
import type { JsonValue } from '../../domain/kernel/patch.ts';
import type { RowRegisters } from '../../domain/sync/row-registers.ts';
import { makeAsset, makeShot } from './story-rows.ts';

/** A shot that a device pushes for the first time: all of its fields, written at `stamp`. */
export function pushedShot(
  projectId: string,
  id: string,
  stamp: string,
  values: Readonly<Record<string, JsonValue>> = {},
): RowRegisters {
  const shot = makeShot(id, 'a0', { projectId: projectId as ProjectId });
  return { e: 'shot', id, b: stamp, v: { ...(shot as unknown as Record<string, JsonValue>), ...values } };
}

/** A file that a device tells of for the first time. */
export function pushedAsset(sha256: string, stamp: string): RowRegisters {
  const { id: _id, ...asset } = makeAsset(1, 0);
  return { e: 'asset', id: sha256, b: stamp, v: asset as unknown as Record<string, JsonValue> };
}

/** A job of a device, which reads a text. */
export function pushedJob(
  projectId: string,
  id: string,
  stamp: string,
  values: Readonly<Record<string, JsonValue>>,
): RowRegisters {
  const reading = { task: 'scenes', instructions: '', text: 'A pier at night.', maxOutputTokens: 100 };
  const request = { kind: 'reading', provider: 'none', model: 'none', seed: 0, ...reading };
  const nothing = { shotId: null, handle: null, costUsdMicros: null, assetId: null, takeId: null };
  const times = { createdAtMs: 0, sentAtMs: null, finishedAtMs: null };
  const unpaid = { estimateUsdMicros: 0, submits: 0, faultCode: null, faultMessage: null, ...times };
  const asked = { provider: 'none', request, requestDigest: 'none', state: 'done' };
  return { e: 'job', id, b: stamp, v: { id, projectId, ...nothing, ...unpaid, ...asked, ...values } };
}
