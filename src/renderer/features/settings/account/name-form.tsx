import { useState } from 'react';
import type { SignedInPerson } from '../../../../contract/account.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { Group } from '../section.tsx';

/** What the person is called, for others of their organisations. */
export function NameForm({ person }: { readonly person: SignedInPerson['person'] }) {
  const words = useAccountWords();
  const { client } = useStudio();
  const call = useCall();
  const [firstName, setFirstName] = useState(person.firstName);
  const [lastName, setLastName] = useState(person.lastName);
  const isSame = firstName.trim() === person.firstName && lastName.trim() === person.lastName;
  return (
    <Group title={words.profile}>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isSame) return;
          void call(
            () => client.account.rename({ firstName, lastName }),
            () => words.nameSaved,
          );
        }}
      >
        <TextField
          label={words.firstName}
          autoComplete="given-name"
          value={firstName}
          onChange={setFirstName}
          className="w-50"
        />
        <TextField
          label={words.lastName}
          autoComplete="family-name"
          value={lastName}
          onChange={setLastName}
          className="w-50"
        />
        <Button type="submit" disabled={isSame}>
          {words.saveName}
        </Button>
      </form>
    </Group>
  );
}
