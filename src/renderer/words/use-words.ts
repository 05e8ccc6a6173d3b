import { createContext, use } from 'react';
import type { Catalogue } from './catalogue.ts';
import type { Formats } from './formats.ts';
import type { Language } from './languages.ts';

export interface Words {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly formats: Formats;
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

/** How numbers, money, sizes, dates and lengths are written in the person's language. */
export function useFormats(): Formats {
  return useAllWords().formats;
}
