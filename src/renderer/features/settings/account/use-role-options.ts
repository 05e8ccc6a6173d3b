import type { OrganisationRole } from '../../../../contract/account.ts';
import { useAccountWords } from '../../../words/account-words.ts';

const roles: readonly OrganisationRole[] = ['owner', 'editor', 'viewer'];

export function useRoleOptions(): readonly { readonly value: OrganisationRole; readonly label: string }[] {
  const words = useAccountWords();
  return roles.map((value) => ({ value, label: words.roles[value] }));
}
