import { type ReactNode, useEffect, useState } from 'react';
import { useStudioState } from '../state/studio-context.ts';
import { createFormats } from '../words/formats.ts';
import {
  chooseLanguage,
  type Language,
  loadFirstLook,
  loadInterpreter,
  loadPageWords,
} from '../words/languages.ts';
import { type Words, WordsContext } from '../words/use-words.ts';

/** Everything inside speaks the person's language; nothing is drawn before its words are there. */
export function WordsOfPerson({ children }: { readonly children: ReactNode }) {
  const chosen = useStudioState((state) => state.preferences['language']);
  const language = chooseLanguage(chosen, navigator.languages);
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const firstLook = await loadFirstLook(language);
      const loading = loadPageWords(language);
      const formats = createFormats(localeOf(language));
      const first = { language, firstLook, formats, interpret: (sentence: string) => sentence };
      // Whoever changes the language sees the old one until all of the new one is there.
      if (wanted) setWords((before) => before ?? { ...first, pages: loading });
      const pages = await loading;
      if (!wanted) return;
      setWords({ ...first, pages });
      const interpret = await loadInterpreter(language);
      if (wanted && interpret !== null) setWords({ ...first, pages, interpret });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [language]);
  useEffect(() => {
    if (words !== null) document.documentElement.lang = words.language;
  }, [words]);
  return words === null ? null : <WordsContext value={words}>{children}</WordsContext>;
}

/** The language with the person's region where the system names one: it decides between 2:02 PM and 14:02. */
function localeOf(language: Language): string {
  return navigator.languages.find((locale) => locale.split('-')[0] === language) ?? language;
}
