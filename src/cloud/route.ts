import type { z } from 'zod';
import type { SyncDatabase } from '../adapters/neon/sync-database.ts';
import { fail, type Result } from '../domain/kernel/result.ts';
import type { Heads } from './live/heads.ts';
import type { LiveStream } from './live/live-stream.ts';
import type { Sweeper } from './media/create-sweeper.ts';
import type { MediaStorage } from './ports/media-storage.ts';
import type { Caller } from './tokens/verify-token.ts';

export interface CloudParts {
  readonly database: SyncDatabase;
  /** null where none is set: films are mirrored without their files. */
  readonly storage: MediaStorage | null;
  /** Clears the storage; null where there is none. */
  readonly sweeper: Sweeper | null;
  readonly heads: Heads;
  /** Open ones, for whoever counts or ends them. */
  readonly streams: Set<LiveStream>;
  readonly now: () => number;
}

/** A call of somebody who is known. */
export interface Call {
  readonly caller: Caller;
  /** Of the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The body, parsed, where the route has one. */
  readonly body: unknown;
  /** The body as it is, where the route has none of JSON. Faults: `sync.too-large`. */
  readonly readBytes: (mostBytes: number) => Promise<Result<Uint8Array>>;
  readonly header: (name: string) => string | undefined;
  readonly parts: CloudParts;
}

/** A row of the API. Every one asks who calls first. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `:name` for a part that varies. */
  readonly path: string;
  /** Whether a body of JSON belongs to it. */
  readonly hasBody?: boolean;
  /** Answers with JSON, or with a response of its own (a stream). */
  readonly answer: (call: Call) => Promise<Result<unknown>>;
}

/** The value in the form that `schema` asks for, or `sync.bad-request` with the place that is wrong. */
export function parseAs<S extends z.ZodType>(schema: S, value: unknown): Result<z.infer<S>> {
  const read = schema.safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  return fail(
    'sync.bad-request',
    `The service cannot read this call: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not as agreed'}.`,
  );
}
