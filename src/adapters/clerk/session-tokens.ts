import { ok, type Result } from '../../domain/kernel/result.ts';
import { isRecord, textOf } from '../../net/read-answer.ts';
import { answerOdd } from './clerk-faults.ts';
import type { FrontendApi } from './frontend-api.ts';
import { claimsOf } from './read-client.ts';

/** A token is asked for anew when it has no more than this left. */
const renewBeforeMs = 15_000;

/** Tokens of one session for our own service: they live for a minute, and one is kept until it is nearly over. */
export interface SessionTokens {
  of(sessionId: string, organisationId: string | null, renew: boolean): Promise<Result<string>>;
  forget(): void;
}

export function createSessionTokens(api: FrontendApi, nowMs: () => number): SessionTokens {
  let kept: { readonly key: string; readonly jwt: string; readonly untilMs: number } | null = null;
  let asking: { readonly key: string; readonly answer: Promise<Result<string>> } | null = null;

  const ask = async (
    sessionId: string,
    organisationId: string | null,
    key: string,
  ): Promise<Result<string>> => {
    const answer = await api.call({
      method: 'POST',
      path: `/client/sessions/${sessionId}/tokens`,
      form: { organization_id: organisationId ?? '' },
    });
    const jwt = answer.ok && isRecord(answer.value) ? textOf(answer.value['jwt']) : null;
    if (jwt !== null) {
      const { exp, iat } = claimsOf(jwt);
      // Its length and not its end: this computer's clock may be wrong.
      const livesMs = typeof exp === 'number' && typeof iat === 'number' ? (exp - iat) * 1000 : 0;
      kept = { key, jwt, untilMs: nowMs() + livesMs };
      return ok(jwt);
    }
    if (!answer.ok && answer.fault.code === 'account.session-ended') kept = null;
    // One that still holds is better than none: the service may be reachable where Clerk is not.
    if (!answer.ok && kept?.key === key && kept.untilMs > nowMs()) return ok(kept.jwt);
    return answer.ok ? { ok: false, fault: answerOdd() } : answer;
  };

  return {
    async of(sessionId, organisationId, renew) {
      const key = `${sessionId} ${organisationId ?? ''}`;
      if (!renew && kept?.key === key && kept.untilMs - nowMs() > renewBeforeMs) return ok(kept.jwt);
      if (asking?.key === key) return asking.answer;
      const mine = { key, answer: ask(sessionId, organisationId, key) };
      asking = mine;
      try {
        return await mine.answer;
      } finally {
        if (asking === mine) asking = null;
      }
    },
    forget() {
      kept = null;
      asking = null;
    },
  };
}
