import { useState } from 'react';
import type { OrganisationRole } from '../../../../contract/account.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useAccountWords } from '../../../words/account-words.ts';
import { useRoleOptions } from './use-role-options.ts';

/** Somebody's address and what they may do. */
export function InviteForm({
  onInvite,
}: {
  readonly onInvite: (email: string, role: OrganisationRole) => Promise<boolean>;
}) {
  const words = useAccountWords();
  const roles = useRoleOptions();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<OrganisationRole>('editor');
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim() === '') return;
        void onInvite(email, role).then((done) => {
          if (done) setEmail('');
        });
      }}
    >
      <TextField
        label={words.inviteEmail}
        type="email"
        autoComplete="off"
        spellCheck={false}
        value={email}
        onChange={setEmail}
        className="w-75"
      />
      <Select label={words.role} className="w-32" value={role} options={roles} onChange={setRole} />
      <Button type="submit" disabled={email.trim() === ''}>
        {words.invite}
      </Button>
    </form>
  );
}
