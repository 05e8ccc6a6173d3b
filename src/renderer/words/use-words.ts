import { createContext, use } from 'react';
import type { Catalogue, FirstLook, PageWords } from './catalogue.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';

export interface Words {
  readonly language: Language;
  readonly firstLook: FirstLook;
  /** Begun with the first look; what is drawn before they are there waits for them like for its own program. */
  readonly pages: PageWords | Promise<PageWords>;
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
  const { firstLook, pages } = useAllWords();
  if (page in firstLook) return firstLook[page as keyof FirstLook] as Catalogue[Page];
  const loaded = pages instanceof Promise ? use(pages) : pages;
  return loaded[page as keyof PageWords] as Catalogue[Page];
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
