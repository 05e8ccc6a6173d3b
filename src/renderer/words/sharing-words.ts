import { sharing as de } from './de/sharing.ts';
import { sharing as en } from './en/sharing.ts';
import { useLanguage } from './use-words.ts';

const catalogues = { en, de } as const;

/** The words of sharing. With its panel and not with the first look: few films are shared. */
export function useSharingWords() {
  return catalogues[useLanguage()];
}
