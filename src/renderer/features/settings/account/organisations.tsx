import { useState } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';
import { InvitationList } from './invitation-list.tsx';
import { MemberList } from './member-list.tsx';

/** For whom the person works, who else belongs there, and a new organisation. */
export function Organisations({ signedIn }: { readonly signedIn: SignedInPerson }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const call = useCall();
  const [name, setName] = useState('');
  const { organisations, organisationId, person } = signedIn;
  const chosen = organisations.find((one) => one.organisationId === organisationId);
  return (
    <Group title={words.organisations}>
      <div className="flex flex-col gap-3">
        <InvitationList />
        {organisations.length === 0 ? (
          <p className="text-base text-muted">{words.noOrganisation}</p>
        ) : (
          <Select
            label={words.workFor}
            className="w-75 max-w-full"
            value={organisationId ?? ''}
            options={[
              { value: '', label: words.myself },
              ...organisations.map((one) => ({
                value: one.organisationId,
                label: `${one.name} · ${words.roles[one.role]}`,
              })),
            ]}
            onChange={(id) =>
              void call(() => client.account.chooseOrganisation({ organisationId: id === '' ? null : id }))
            }
          />
        )}
        {chosen === undefined ? null : (
          <MemberList key={chosen.organisationId} organisation={chosen} personId={person.id} />
        )}
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            void call(() => client.account.createOrganisation({ name })).then(
              (made) => made !== null && setName(''),
            );
          }}
        >
          <TextField label={words.newOrganisation} value={name} onChange={setName} className="w-75" />
          <Button type="submit" disabled={name.trim() === ''}>
            {words.createOrganisation}
          </Button>
        </form>
      </div>
    </Group>
  );
}
