import { filmsAtService as de } from './de/films-at-service.ts';
import { filmsAtService as en } from './en/films-at-service.ts';
import { useLanguage } from './use-words.ts';

const catalogues = { en, de } as const;

/** The words of what the service holds. They come with the list and the question, not with the first look. */
export function useFilmsAtServiceWords() {
  return catalogues[useLanguage()];
}
