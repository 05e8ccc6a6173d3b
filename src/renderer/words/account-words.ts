import { account as de } from './de/account.ts';
import { profile as deProfile } from './de/profile.ts';
import { account as en } from './en/account.ts';
import { profile as enProfile } from './en/profile.ts';
import { useLanguage } from './use-words.ts';

const catalogues = {
  en: { account: en, profile: enProfile },
  de: { account: de, profile: deProfile },
} as const;

/** The words of the account's page. With that page and not with the first look: few need them, and both languages are small. */
export function useAccountWords() {
  return catalogues[useLanguage()].account;
}

/** The same of what belongs to the account beside the name. */
export function useProfileWords() {
  return catalogues[useLanguage()].profile;
}
