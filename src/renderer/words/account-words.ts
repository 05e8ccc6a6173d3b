import { account as de } from './de/account.ts';
import { account as en } from './en/account.ts';
import { useLanguage } from './use-words.ts';

const catalogues = { en, de } as const;

/** The words of the account's page. With that page and not with the first look: few need them, and both languages are small. */
export function useAccountWords() {
  return catalogues[useLanguage()];
}
