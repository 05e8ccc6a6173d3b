import { useCallback } from 'react';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { useAsked } from '../use-asked.ts';

/** Organisations that wait for this person. Nothing where there is none, or while it is not known. */
export function InvitationList() {
  const words = useAccountWords();
  const { client } = useStudio();
  const call = useCall();
  const ask = useCallback(() => client.account.invitations(), [client]);
  const { asked, again } = useAsked(ask);
  if (asked.is !== 'ready' || asked.value.length === 0) return null;
  return (
    <ul
      aria-label={words.invitations}
      className="divide-y divide-line rounded-outer border border-line bg-panel"
    >
      {asked.value.map(({ id, organisation, role }) => (
        <li key={id} className="flex min-h-9 items-center gap-2 px-3 py-1.5 text-base">
          <span className="min-w-0 flex-1 truncate text-text">
            {words.invitedBy(organisation, words.roles[role])}
          </span>
          <Button
            size="small"
            variant="primary"
            aria-label={words.joinOrganisation(organisation)}
            onClick={() =>
              void call(
                () => client.account.acceptInvitation({ id }),
                () => words.joined(organisation),
              ).then(again)
            }
          >
            {words.join}
          </Button>
        </li>
      ))}
    </ul>
  );
}
