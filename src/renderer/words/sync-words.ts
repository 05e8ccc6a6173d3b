import { sync as de } from './de/sync.ts';
import { sync as en } from './en/sync.ts';
import { useLanguage } from './use-words.ts';

const catalogues = { en, de } as const;

/** The words of sync. With its button and not with the first look: it comes a moment later. */
export function useSyncWords() {
  return catalogues[useLanguage()];
}
