import { useWords } from '../../../words/use-words.ts';

/** A provider by its name; one without a name of its own by its id. */
export function useMakerName(): (provider: string) => string {
  const names: Readonly<Record<string, string>> = useWords('models').names;
  return (provider) => names[provider] ?? provider;
}
