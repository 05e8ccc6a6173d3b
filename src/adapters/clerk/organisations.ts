import type { Identity } from '../../core/ports/identity.ts';
import { ok, type Result } from '../../domain/kernel/result.ts';
import { textOf } from '../../net/read-answer.ts';
import { answerOdd } from './clerk-faults.ts';
import { type FrontendCall, type Json, responseOf } from './frontend-api.ts';
import { clerkRoles, memberOf, organisationNameOf, recordsOf, roleOf } from './read-client.ts';

export type Organisations = Pick<
  Identity,
  | 'createOrganisation'
  | 'people'
  | 'invite'
  | 'revokeInvitation'
  | 'invitations'
  | 'acceptInvitation'
  | 'setRole'
  | 'removeMember'
>;

/** As many as one page of a settings dialog shows; Clerk gives no more than 500 at once. */
const page = { paginated: 'true', limit: '500', offset: '0' } as const;

/** Organisations, and who belongs to them. */
export function createOrganisations(ask: (call: FrontendCall) => Promise<Result<unknown>>): Organisations {
  const done = (answer: Result<unknown>): Result<void> => (answer.ok ? ok(undefined) : answer);
  const at = (organisationId: string, ...rest: readonly string[]): string =>
    ['/organizations', organisationId, ...rest]
      .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
      .join('/');

  const list = async (path: string, more: Readonly<Record<string, string>> = {}): Promise<Result<Json[]>> => {
    const answer = await ask({ method: 'GET', path, search: { ...page, ...more } });
    const found = answer.ok ? responseOf(answer.value) : answer;
    return found.ok ? ok(recordsOf(found.value['data'])) : found;
  };

  return {
    async createOrganisation(name) {
      const answer = await ask({ method: 'POST', path: '/organizations', form: { name } });
      const made = answer.ok ? responseOf(answer.value) : answer;
      if (!made.ok) return made;
      const id = textOf(made.value['id']);
      return id === null ? { ok: false, fault: answerOdd() } : ok({ id });
    },
    async people(organisationId) {
      const members = await list(at(organisationId, 'memberships'));
      if (!members.ok) return members;
      const invited = await list(at(organisationId, 'invitations'));
      // Who may not invite may not see who is invited.
      if (!invited.ok && invited.fault.code !== 'account.not-allowed') return invited;
      const invitations = (invited.ok ? invited.value : [])
        .filter(({ status }) => status === 'pending')
        .map((one) => ({
          id: textOf(one['id']) ?? '',
          email: textOf(one['email_address']) ?? '',
          role: roleOf(one['role']),
        }));
      return ok({ members: members.value.map(memberOf), invitations });
    },
    invite: async (organisationId, email, role) =>
      done(
        await ask({
          method: 'POST',
          path: at(organisationId, 'invitations'),
          form: { email_address: email, role: clerkRoles[role] },
        }),
      ),
    revokeInvitation: async (organisationId, invitationId) =>
      done(await ask({ method: 'POST', path: at(organisationId, 'invitations', invitationId, 'revoke') })),
    async invitations() {
      const found = await list('/me/organization_invitations', { status: 'pending' });
      if (!found.ok) return found;
      return ok(
        found.value.map((one) => ({
          id: textOf(one['id']) ?? '',
          organisation: organisationNameOf(one),
          role: roleOf(one['role']),
        })),
      );
    },
    acceptInvitation: async (id) =>
      done(
        await ask({
          method: 'POST',
          path: `/me/organization_invitations/${encodeURIComponent(id)}/accept`,
        }),
      ),
    setRole: async (organisationId, personId, role) =>
      done(
        await ask({
          method: 'PATCH',
          path: at(organisationId, 'memberships', personId),
          form: { role: clerkRoles[role] },
        }),
      ),
    removeMember: async (organisationId, personId) =>
      done(await ask({ method: 'DELETE', path: at(organisationId, 'memberships', personId) })),
  };
}
