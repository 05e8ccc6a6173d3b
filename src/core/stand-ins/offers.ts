import { formatUsd } from '../../domain/jobs/money.ts';
import type { JobId, ProjectId } from '../../domain/kernel/ids.ts';
import type { Fault } from '../../domain/kernel/result.ts';

/** A dearer maker for jobs that wait, and what a person would agree to. */
export interface Offer {
  readonly id: string;
  readonly projectId: ProjectId;
  readonly kind: 'still' | 'clip';
  readonly from: string;
  readonly to: string;
  readonly model: string;
  readonly because: Fault;
  /** What each was approved at, and what it would cost now. */
  readonly jobs: ReadonlyMap<JobId, { readonly approvedUsdMicros: number; readonly nowUsdMicros: number }>;
}

/** Dearer ones are never asked by themselves: what is found on one look becomes one question for each maker and kind. */
export interface Offers {
  /** Forgets what the last look found. */
  begin(): void;
  note(
    offer: Omit<Offer, 'id' | 'jobs'>,
    jobId: JobId,
    price: { readonly approvedUsdMicros: number; readonly nowUsdMicros: number },
  ): void;
  /** Those that nobody was told of in these words. */
  untold(): readonly Offer[];
  /** Whether a person agreed to this price for this job. */
  isAgreed(jobId: JobId, to: string, usdMicros: number): boolean;
  /** Agrees to all of an offer; null where there is none any more. */
  agree(id: string): Offer | null;
}

export function createOffers(): Offers {
  let open = new Map<string, Offer>();
  const told = new Map<string, string>();
  const agreed = new Map<JobId, { readonly to: string; readonly usdMicros: number }>();
  return {
    begin() {
      open = new Map();
    },
    note(offer, jobId, price) {
      const id = ['stand-in', offer.projectId, offer.kind, offer.from, offer.to, offer.model].join(' ');
      const jobs = new Map(open.get(id)?.jobs).set(jobId, price);
      open.set(id, { ...offer, id, jobs });
    },
    untold() {
      const fresh = [...open.values()].filter((offer) => told.get(offer.id) !== offerWords(offer));
      for (const offer of fresh) told.set(offer.id, offerWords(offer));
      return fresh;
    },
    isAgreed(jobId, to, usdMicros) {
      const consent = agreed.get(jobId);
      return consent?.to === to && usdMicros <= consent.usdMicros;
    },
    agree(id) {
      const offer = open.get(id);
      if (offer === undefined) return null;
      for (const [jobId, { nowUsdMicros }] of offer.jobs)
        agreed.set(jobId, { to: offer.to, usdMicros: nowUsdMicros });
      told.delete(id);
      return offer;
    },
  };
}

/** Both prices, and what is asked for. */
export function offerWords({ kind, to, model, because, jobs }: Offer): string {
  const prices = [...jobs.values()];
  const approved = formatUsd(prices.reduce((sum, { approvedUsdMicros }) => sum + approvedUsdMicros, 0));
  const now = formatUsd(prices.reduce((sum, { nowUsdMicros }) => sum + nowUsdMicros, 0));
  const waits = waitingWords(kind, jobs.size, approved);
  return `${because.message} ${waits} ${to} makes this with ${model} for ${now}. Nothing dearer is sent without your consent.`;
}

function waitingWords(kind: Offer['kind'], count: number, approved: string): string {
  if (kind === 'still') {
    return count === 1
      ? `1 still waits, approved at ${approved}.`
      : `${count} stills wait, approved at ${approved}.`;
  }
  return count === 1
    ? `1 clip waits, approved at ${approved}.`
    : `${count} clips wait, approved at ${approved}.`;
}
