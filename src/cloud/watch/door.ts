import type { Context } from 'hono';
import type { Watcher } from '../../adapters/neon/claims.ts';
import type { Watched } from '../../adapters/neon/watching.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import { createRateLimit } from '../limits/create-rate-limit.ts';
import type { CloudParts } from '../route.ts';
import { hashOfToken, isPass } from '../shares/secrets.ts';
import { callerAddress } from './caller-address.ts';

export interface WatchEnv {
  Variables: { route: string; fault: Fault | null };
}

export interface WatchOptions {
  readonly parts: CloudParts;
  readonly proxyHops: number;
  // biome-ignore lint/suspicious/noExplicitAny: the environment of whichever app it is part of.
  readonly remoteAddress: (context: Context<any>) => string;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly isSecure: (context: Context<any>) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly refuse: (context: Context<any>, fault: Fault) => Response;
  /** What is answered where there is nothing to see. */
  readonly nothing: Fault;
}

/** Somebody whose link holds. */
export interface Visit {
  readonly watcher: Watcher;
  readonly watched: Watched;
  /** Whether there is no password, or they have given it. */
  readonly isOpen: boolean;
  /** The link's own address, `/watch/…`. */
  readonly path: string;
  /** Null where a password may be tried now, or how long to wait. */
  readonly mayTry: () => number | null;
  /** The same for a comment. */
  readonly maySay: () => number | null;
}

const callers = 50_000;
/** A page with its film and comments, looked at by several people behind one address. */
const anyCall = { burst: 300, perSecond: 20, callers };
/** Links that open nothing. */
const wrongLink = { burst: 20, perSecond: 1 / 6, callers };
/** Passwords from one address, and for one link from all of them. */
const passwordOfCaller = { burst: 8, perSecond: 1 / 15, callers };
const passwordOfLink = { burst: 100, perSecond: 1 / 3, callers };
/** Comments of one address by one link, and by one link from all of them. */
const comment = { burst: 10, perSecond: 1 / 6, callers };
const commentOfLink = { burst: 60, perSecond: 1, callers };

/** Lets in who holds a link, and counts who guesses. Faults: `sync.no-share` for every link that opens nothing; `sync.busy`. */
export function createDoor({ parts, remoteAddress, proxyHops, nothing }: WatchOptions) {
  const { now } = parts;
  const mayCall = createRateLimit({ ...anyCall, now });
  const mayMiss = createRateLimit({ ...wrongLink, now });
  const mayTryHere = createRateLimit({ ...passwordOfCaller, now });
  const mayTryLink = createRateLimit({ ...passwordOfLink, now });
  const mayComment = createRateLimit({ ...comment, now });
  const mayCommentByLink = createRateLimit({ ...commentOfLink, now });
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  return async (context: Context<any>): Promise<Result<Visit>> => {
    const { req } = context;
    const caller = callerAddress(remoteAddress(context), req.header('x-forwarded-for'), proxyHops);
    const waitMs = mayCall(caller);
    if (waitMs !== null) return tooOften(waitMs);
    const token = req.param('token') ?? '';
    const watcher = { shareHash: hashOfToken(token) };
    const found = await parts.database.shares.watched(watcher);
    if (!found.ok) return found;
    const watched = found.value;
    if (watched === null) {
      const missMs = mayMiss(caller);
      return missMs === null ? { ok: false, fault: nothing } : tooOften(missMs);
    }
    const { shareId, passwordHash } = watched;
    const pass = /(?:^|;\s*)watch=([^;]+)/.exec(req.header('cookie') ?? '')?.[1] ?? '';
    return ok({
      ...{ watcher, watched, path: `/watch/${token}` },
      isOpen: passwordHash === null || isPass(pass, shareId, passwordHash, now()),
      mayTry: () => mayTryHere(`${shareId} ${caller}`) ?? mayTryLink(shareId),
      maySay: () => mayComment(`${shareId} ${caller}`) ?? mayCommentByLink(shareId),
    });
  };
}

function tooOften(retryAfterMs: number): Result<never> {
  return fail('sync.busy', 'That was tried too often. Wait a moment, then try again.', { retryAfterMs });
}
