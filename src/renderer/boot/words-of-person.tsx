import { type ReactNode, useEffect, useState } from 'react';
import { useStudioState } from '../state/studio-context.ts';
import { createFormats } from '../words/formats.ts';
import { chooseLanguage, type Language, loadCatalogue, loadInterpreter } from '../words/languages.ts';
import { type Words, WordsContext } from '../words/use-words.ts';

/** Everything inside speaks the person's language; nothing is drawn before its words are there. */
export function WordsOfPerson({ children }: { readonly children: ReactNode }) {
  const chosen = useStudioState((state) => state.preferences['language']);
  const language = chooseLanguage(chosen, navigator.languages);
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadCatalogue(language).then(async (catalogue) => {
      if (!wanted) return;
      document.documentElement.lang = language;
      const formats = createFormats(localeOf(language));
      setWords({ language, catalogue, formats, interpret: (sentence) => sentence });
      const interpret = await loadInterpreter(language);
      if (wanted && interpret !== null) setWords({ language, catalogue, formats, interpret });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return words === null ? null : <WordsContext value={words}>{children}</WordsContext>;
}

/** The language with the person's region where the system names one: it decides between 2:02 PM and 14:02. */
function localeOf(language: Language): string {
  return navigator.languages.find((locale) => locale.split('-')[0] === language) ?? language;
}
