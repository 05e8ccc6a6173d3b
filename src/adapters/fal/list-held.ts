import type { HeldResult } from '../../core/ports/generator.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord } from '../../net/read-answer.ts';
import { askPages } from './ask-platform.ts';
import type { FalCatalogue } from './catalogue.ts';
import type { FalClient } from './fal-client.ts';
import { handleAt } from './handle-at.ts';

/** Lists that are asked for at once. Fal has one for each endpoint. */
const atOnce = 4;

/** What Fal holds of the endpoints that the studio knows, the newest first. */
export async function listHeld(
  client: FalClient,
  catalogue: FalCatalogue,
  sinceMs: number,
  signal: AbortSignal,
): Promise<Result<readonly HeldResult[]>> {
  const left = [...catalogue.endpoints()];
  const held: HeldResult[] = [];
  while (left.length > 0) {
    const answers = await Promise.all(
      left.splice(0, atOnce).map((endpoint) => listOne(client, catalogue, endpoint, sinceMs, signal)),
    );
    for (const answer of answers) {
      if (!answer.ok) return answer;
      held.push(...answer.value);
    }
  }
  return ok(held.toSorted((a, b) => (b.finishedAtMs ?? 0) - (a.finishedAtMs ?? 0)));
}

async function listOne(
  client: FalClient,
  catalogue: FalCatalogue,
  endpoint: string,
  sinceMs: number,
  signal: AbortSignal,
): Promise<Result<readonly HeldResult[]>> {
  const found = await askPages(
    client,
    'models/requests/by-endpoint',
    {
      endpoint_id: endpoint,
      status: 'success',
      expand: 'payloads',
      start: new Date(sinceMs).toISOString(),
    },
    'items',
    signal,
  );
  if (found.kind !== 'answer') return { ok: false, fault: found.fault };
  return ok(found.value.rows.flatMap((row) => heldOf(catalogue, endpoint, row)));
}

function heldOf(
  catalogue: FalCatalogue,
  endpoint: string,
  row: Readonly<Record<string, unknown>>,
): HeldResult[] {
  const { request_id: id, json_input: sent, ended_at: endedAt } = row;
  if (typeof id !== 'string' || id === '') return [];
  const input = isRecord(sent) ? sent : null;
  const finishedAtMs = typeof endedAt === 'string' ? Date.parse(endedAt) : Number.NaN;
  return [
    {
      handle: handleAt(endpoint, id),
      model: catalogue.modelOf(endpoint, input),
      input,
      finishedAtMs: Number.isNaN(finishedAtMs) ? null : finishedAtMs,
      costUsdMicros: null,
    },
  ];
}
