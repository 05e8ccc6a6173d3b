import type { FirstLook, PageWords } from './catalogue.ts';

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

/** The person's choice, else the first language of the system that there is a catalogue for, else English. */
export function chooseLanguage(chosen: unknown, wanted: readonly string[]): Language {
  const known = (name: unknown): name is Language =>
    typeof name === 'string' && Object.hasOwn(languages, name);
  if (known(chosen)) return chosen;
  return wanted.map((name) => name.split('-')[0]).find(known) ?? 'en';
}

export async function loadFirstLook(language: Language): Promise<FirstLook> {
  return language === 'de'
    ? (await import('./de/first-look.ts')).firstLook
    : (await import('./en/first-look.ts')).firstLook;
}

/** The words of the pages. Not needed for a first look. */
export async function loadPageWords(language: Language): Promise<PageWords> {
  return language === 'de' ? (await import('./de/pages.ts')).pages : (await import('./en/pages.ts')).pages;
}

/** What turns the studio's English into a language; null where that is nothing to do. Not needed for a first look. */
export async function loadInterpreter(language: Language): Promise<((sentence: string) => string) | null> {
  if (language !== 'de') return null;
  const { interpret } = await import('./de/studio/index.ts');
  return (sentence) => interpret(sentence).text;
}
