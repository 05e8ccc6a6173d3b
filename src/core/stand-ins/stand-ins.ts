import type { Job } from '../../domain/jobs/job.ts';
import type { JobId } from '../../domain/kernel/ids.ts';
import { type Fault, faultOf } from '../../domain/kernel/result.ts';
import type { NoticeBoard } from '../machine-state/notice-board.ts';
import type { Orchestrator } from '../orchestrator/orchestrator.ts';
import type { Clock } from '../ports/clock.ts';
import { type FindParts, orderOf } from './find-stand-in.ts';
import { lookThrough } from './look-through.ts';
import { createOffers, type Offer, offerWords } from './offers.ts';
import { createProviderTroubles } from './provider-troubles.ts';

export interface StandInsParts extends FindParts {
  readonly clock: Clock;
  readonly orchestrator: Pick<Orchestrator, 'onJob' | 'providerStates' | 'standIn'>;
  readonly notices: Pick<NoticeBoard, 'add' | 'answer'>;
  readonly report: (fault: Fault) => void;
}

/**
 * What happens to jobs whose provider cannot be had: the order of the film, or of the studio, is gone through for each that has surely
 * not begun. A maker that is not dearer is asked at once, the animatic draws what has no picture yet, and a dearer one is put to the person.
 */
export interface StandIns {
  /** The job that was asked for in the place of one that ended; null where there is none. Waits while that is being found out. */
  inPlaceOf(job: Job): Promise<Job | null>;
  /** A person agrees to an offer's price; null where it does not stand any more. */
  agree(offerId: string): Offer | null;
  /** A key was changed: whoever refused it is asked again. */
  tryAgain(): void;
  close(): Promise<void>;
}

/** More than any batch has. */
const keptAnswers = 50_000;

export function createStandIns(parts: StandInsParts): StandIns {
  const { clock, orchestrator, notices } = parts;
  const troubles = createProviderTroubles();
  const offers = createOffers();
  /** Ended jobs for which somebody else is looked for, and what is said when that is known. */
  const ended = new Map<JobId, (to: Job | null) => void>();
  const answers = new Map<JobId, Promise<Job | null>>();
  const closing = new AbortController();
  let looking: Promise<void> | null = null;
  let again = false;
  let timer: AbortController | null = null;

  const remember = (id: JobId, answer: Promise<Job | null>): void => {
    answers.set(id, answer);
    const [oldest] = answers.keys();
    if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest);
  };
  const decide = (from: JobId, to: Job | null): void => {
    ended.get(from)?.(to);
    ended.delete(from);
    if (to !== null && !answers.has(from)) remember(from, Promise.resolve(to));
  };
  const expect = (job: Job): void => {
    if (job.state !== 'failed' || answers.has(job.id) || orderOf(parts, job) === null) return;
    const answer = new Promise<Job | null>((resolve) => ended.set(job.id, resolve));
    remember(job.id, answer);
  };

  const lookOnce = async (): Promise<void> => {
    const nextMs = await lookThrough(
      { ...parts, nowMs: () => clock.nowMs(), troubles, offers, decide, signal: closing.signal },
      [...ended.keys()],
    );
    for (const offer of offers.untold()) {
      const { id, projectId } = offer;
      const code = 'generate.stand-in-offered';
      notices.add({ level: 'warning', code, message: offerWords(offer), projectId, activityId: id });
    }
    if (Number.isFinite(nextMs)) lookAt(nextMs);
  };
  const look = (): void => {
    if (closing.signal.aborted) return;
    if (looking !== null) {
      again = true;
      return;
    }
    timer?.abort();
    timer = null;
    looking = lookOnce()
      .catch((thrown: unknown) => {
        parts.report(faultOf(thrown, 'job.stand-in-failed'));
        for (const id of [...ended.keys()]) decide(id, null);
      })
      .finally(() => {
        looking = null;
        if (!again) return;
        again = false;
        look();
      });
  };
  const lookAt = (atMs: number): void => {
    timer?.abort();
    const mine = new AbortController();
    timer = mine;
    const waitMs = Math.max(1, atMs - clock.nowMs());
    void clock.wait(waitMs, AbortSignal.any([mine.signal, closing.signal])).then(() => {
      if (!mine.signal.aborted) look();
    });
  };

  const stop = orchestrator.onJob(({ job }) => {
    if (troubles.note(job, clock.nowMs())) {
      expect(job);
      look();
    } else if (timer === null && looking === null && job.state === 'queued' && orderOf(parts, job) !== null) {
      look();
    }
  });

  return {
    inPlaceOf: (job) => answers.get(job.id) ?? Promise.resolve(null),
    agree(offerId) {
      const offer = offers.agree(offerId);
      if (offer === null) return null;
      notices.answer(offerId);
      look();
      return offer;
    },
    tryAgain() {
      for (const provider of troubles.providers()) troubles.forget(provider);
    },
    async close() {
      stop();
      closing.abort();
      await looking;
      for (const id of [...ended.keys()]) decide(id, null);
    },
  };
}
