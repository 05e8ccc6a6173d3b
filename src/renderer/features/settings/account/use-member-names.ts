import { useCallback } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useAsked } from '../use-asked.ts';

/** What members of the chosen organisation are called, by their id; the id itself of who is not known (any more). */
export function useMemberNames({ organisationId }: SignedInPerson): (personId: string) => string {
  const { client } = useStudio();
  const ask = useCallback(
    async () => (organisationId === null ? null : client.account.people({ organisationId })),
    [client, organisationId],
  );
  const { asked } = useAsked(ask);
  const members = asked.is === 'ready' && asked.value !== null ? asked.value.members : [];
  return (personId) => {
    const member = members.find((one) => one.personId === personId);
    return member === undefined ? personId : member.name || member.email;
  };
}
