import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** How a request ends; `billed` is what the stand-in charges for an ending without a result. */
export type SimEnding =
  | { readonly kind: 'result' }
  | { readonly kind: 'error'; readonly status: number; readonly body: unknown; readonly billed: boolean };

export interface SimRequest {
  readonly requestId: string;
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly submittedAtMs: number;
  readonly units: number;
  readonly unitPriceUsd: number;
  ending: SimEnding;
  statusReads: number;
  cancelled: boolean;
  endless: boolean;
}

export interface SimSubmit {
  readonly endpoint: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly atMs: number;
  /** null where the request was not accepted. */
  readonly requestId: string | null;
}

export interface SimCharge {
  readonly requestId: string;
  readonly endpoint: string;
  readonly units: number;
  readonly costUsdMicros: number;
}

/** Everything that was asked of the stand-in, kept in a file when one is given, so that it outlives the process. */
export interface SimRequests {
  readonly all: readonly SimRequest[];
  readonly submits: readonly SimSubmit[];
  noteSubmit(submit: SimSubmit): void;
  accept(fields: Omit<SimRequest, 'requestId' | 'statusReads' | 'cancelled'>): SimRequest;
  find(requestId: string): SimRequest | undefined;
  charges(isCompleted: (request: SimRequest) => boolean): SimCharge[];
  save(): void;
}

export function createSimRequests(stateFile: string | null): SimRequests {
  const stored =
    stateFile !== null && existsSync(stateFile) ? readState(stateFile) : { requests: [], submits: [] };
  const all = stored.requests;
  const submits = stored.submits;
  const byId = new Map(all.map((request) => [request.requestId, request]));
  const save = (): void => {
    if (stateFile === null) return;
    writeFileSync(`${stateFile}.new`, JSON.stringify({ requests: all, submits }));
    renameSync(`${stateFile}.new`, stateFile);
  };
  return {
    all,
    submits,
    save,
    noteSubmit(submit) {
      submits.push(submit);
      save();
    },
    accept(fields) {
      const request: SimRequest = { ...fields, requestId: randomUUID(), statusReads: 0, cancelled: false };
      all.push(request);
      byId.set(request.requestId, request);
      save();
      return request;
    },
    find: (requestId) => byId.get(requestId),
    charges: (isCompleted) =>
      all
        .filter((request) => !request.cancelled && isCompleted(request))
        .filter(({ ending }) => ending.kind === 'result' || ending.billed)
        .map(({ requestId, endpoint, units, unitPriceUsd }) => ({
          requestId,
          endpoint,
          units,
          costUsdMicros: Math.round(units * unitPriceUsd * 1_000_000),
        })),
  };
}

function readState(file: string): { requests: SimRequest[]; submits: SimSubmit[] } {
  return JSON.parse(readFileSync(file, 'utf8')) as { requests: SimRequest[]; submits: SimSubmit[] };
}
