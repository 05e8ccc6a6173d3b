import { createContext, use } from 'react';
import type { Catalogue } from './catalogue.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';

export interface Words {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly formats: Formats;
  /** Says in the person's language what the studio says in English: faults, notices, what edits are called. */
  readonly interpret: (sentence: string) => string;
}

export const WordsContext = createContext<Words | null>(null);

function useAllWords(): Words {
  const words = use(WordsContext);
  if (words === null) throw new Error('There are no words around this component.');
  return words;
}

/** The words of one page in the person's language. */
export function useWords<Page extends keyof Catalogue>(page: Page): Catalogue[Page] {
  return useAllWords().catalogue[page];
}

/** The language of this window, for words that come with a part of it and not with the catalogue. */
export function useLanguage(): Language {
  return useAllWords().language;
}

/** How numbers, money, sizes, dates and lengths are written in the person's language. */
export function useFormats(): Formats {
  return useAllWords().formats;
}

/** Turns the studio's own sentences into the person's language; what it does not know it leaves as it is. */
export function useInterpret(): (sentence: string) => string {
  return useAllWords().interpret;
}
