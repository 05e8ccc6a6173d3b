import type { ServiceAccount } from '../../core/ports/service-account.ts';
import { ok } from '../../domain/kernel/result.ts';
import {
  AuditList,
  DeletedData,
  KeyChangesNoted,
  ServiceUsage,
  SignedOutSession,
} from '../../domain/sync/account-messages.ts';
import { askService, type ServiceLine } from './service-line.ts';
import { streamAccount } from './stream-account.ts';

/** A person waits for these: shorter than what travels by itself. */
const timeouts = { connectMs: 5_000, answerMs: 15_000, silenceMs: 60_000 } as const;

/** Usage, the audit list and signing out at the sync service, over HTTP. */
export function createHttpServiceAccount(
  options: Pick<ServiceLine, 'origin' | 'token' | 'clock'>,
): ServiceAccount {
  const line: ServiceLine = { ...options, timeouts };
  return {
    usage: (signal) => askService(line, { method: 'GET', path: '/api/usage', answer: ServiceUsage, signal }),
    async audit({ before, limit, about }, signal) {
      const query = new URLSearchParams({
        limit: String(limit),
        ...(before === null ? {} : { before: String(before) }),
        ...(about === null ? {} : { about }),
      });
      const path = `/api/audit?${query}`;
      const asked = await askService(line, { method: 'GET', path, answer: AuditList, signal });
      return asked.ok ? ok(asked.value.entries) : asked;
    },
    async noteKeyChanges(changes, signal) {
      const [path, json, answer] = ['/api/account/key-changes', { changes }, KeyChangesNoted] as const;
      const noted = await askService(line, { method: 'POST', path, json, answer, signal });
      return noted.ok ? ok(undefined) : noted;
    },
    exportAll: (take, signal) => streamAccount(line, take, signal),
    async deleteAll(signal) {
      const json = { confirm: 'delete my account' };
      const question = { method: 'DELETE', path: '/api/account', json, answer: DeletedData, signal } as const;
      const asked = await askService(line, question);
      if (!asked.ok) return asked;
      const { deleted, filesLeft } = asked.value;
      return ok({ projects: deleted.projects, filesLeft });
    },
    async endSession(signal) {
      const answer = SignedOutSession;
      const ended = await askService(line, { method: 'POST', path: '/api/sign-out', answer, signal });
      return ended.ok ? ok(undefined) : ended;
    },
  };
}
