/** What somebody has paid for. The account service puts it into their token; the service enforces what it holds. */
export type Plan = 'free' | 'creator' | 'studio';

export interface Quota {
  /** Projects kept by the service; null: as many as they like. */
  readonly projects: number | null;
  /** Of the film that a project's links show. */
  readonly cutBytes: number;
  /** Bytes of files in the storage, each counted once. */
  readonly mediaBytes: number;
}

const GiB = 1024 ** 3;

export const quotas: Readonly<Record<Plan, Quota>> = {
  free: { projects: 3, mediaBytes: 5 * GiB, cutBytes: 1 * GiB },
  creator: { projects: 100, mediaBytes: 200 * GiB, cutBytes: 8 * GiB },
  studio: { projects: null, mediaBytes: 2_000 * GiB, cutBytes: 64 * GiB },
};

/** The plan in a token's `pla`: `u:creator`, `o:studio`. What is not known is free. */
export function planOf(claim: string | undefined): Plan {
  const name = claim?.replace(/^[uo]:/, '');
  return name === 'creator' || name === 'studio' ? name : 'free';
}
