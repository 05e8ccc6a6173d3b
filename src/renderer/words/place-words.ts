import { places as de } from './de/places.ts';
import { places as en } from './en/places.ts';
import { useLanguage } from './use-words.ts';

const catalogues = { en, de } as const;

/** The words of where files are. They come with the pages that say it, not with the first look. */
export function usePlaceWords() {
  return catalogues[useLanguage()];
}
