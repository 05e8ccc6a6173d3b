import { useCallback, useState } from 'react';
import type { OrganisationPeople, OrganisationRole, SignedInPerson } from '../../../../contract/account.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { InviteForm } from './invite-form.tsx';
import { useRoleOptions } from './use-role-options.ts';

/** Who belongs to an organisation, and as what. Its owners change that here; everybody else reads it. */
export function MemberList({
  organisation,
  personId,
}: {
  readonly organisation: SignedInPerson['organisations'][number];
  readonly personId: string;
}) {
  const words = useAccountWords();
  const { client } = useStudio();
  const call = useCall();
  const roles = useRoleOptions();
  const { organisationId, name } = organisation;
  const isOwner = organisation.role === 'owner';
  const ask = useCallback(() => client.account.people({ organisationId }), [client, organisationId]);
  const { asked, again } = useAsked(ask);
  /** What the last change answered; until there was one, what was asked for. */
  const [changed, setChanged] = useState<OrganisationPeople | null>(null);
  const change = async (run: () => Promise<OrganisationPeople>, said?: () => string): Promise<boolean> => {
    const people = await call(run, said);
    if (people !== null) setChanged(people);
    return people !== null;
  };
  const setRole = (member: string, role: OrganisationRole): Promise<boolean> =>
    change(() => client.account.setRole({ organisationId, personId: member, role }));
  return (
    <section aria-label={words.membersOf(name)} className="flex flex-col gap-2">
      <p className="text-sm text-muted">
        {words.rolesText} {isOwner ? null : words.ownersOnly}
      </p>
      <Waiting asked={asked} again={again} rows={2}>
        {(first) => {
          const { members, invitations } = changed ?? first;
          return (
            <ul className="divide-y divide-line rounded-outer border border-line bg-panel">
              {members.map((member) => {
                const called = member.name || member.email;
                return (
                  <li key={member.personId} className="flex min-h-9 items-center gap-2 px-3 py-1.5 text-base">
                    <span className="truncate text-text">{called}</span>
                    <span className="min-w-0 flex-1 truncate text-muted">{member.email}</span>
                    {isOwner ? (
                      <>
                        <Select
                          label={words.roleOf(called)}
                          labelAt="hidden"
                          className="w-32"
                          value={member.role}
                          options={roles}
                          onChange={(role) => setRole(member.personId, role)}
                        />
                        <Button
                          size="small"
                          variant="danger"
                          disabled={member.personId === personId}
                          aria-label={words.removeMember(called)}
                          onClick={() =>
                            void change(
                              () =>
                                client.account.removeMember({ organisationId, personId: member.personId }),
                              () => words.removed(called),
                            )
                          }
                        >
                          {words.remove}
                        </Button>
                      </>
                    ) : (
                      <span className="text-muted">{words.roles[member.role]}</span>
                    )}
                  </li>
                );
              })}
              {invitations.map(({ id, email, role }) => (
                <li key={id} className="flex min-h-9 items-center gap-2 px-3 py-1.5 text-base">
                  <span className="min-w-0 flex-1 truncate text-muted">{email}</span>
                  <Badge>{words.invited}</Badge>
                  <span className="text-muted">{words.roles[role]}</span>
                  {isOwner ? (
                    <Button
                      size="small"
                      variant="danger"
                      aria-label={words.withdrawOf(email)}
                      onClick={() =>
                        void change(
                          () => client.account.revokeInvitation({ organisationId, invitationId: id }),
                          () => words.withdrawn(email),
                        )
                      }
                    >
                      {words.withdraw}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          );
        }}
      </Waiting>
      {isOwner ? (
        <InviteForm
          onInvite={(email, role) =>
            change(
              () => client.account.invite({ organisationId, email, role }),
              () => words.inviteSent,
            )
          }
        />
      ) : null}
    </section>
  );
}
