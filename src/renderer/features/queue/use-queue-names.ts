import { useMemo } from 'react';
import { useWords } from '../../words/use-words.ts';

/** What providers are called. One that is not known keeps its own name. */
export function useProviderName(): (provider: string) => string {
  const words = useWords('settings');
  const { animatic } = useWords('queue');
  return useMemo(() => {
    const known: Readonly<Record<string, { readonly name: string } | undefined>> = words.providers;
    return (provider) => known[provider]?.name ?? (provider === 'animatic' ? animatic : provider);
  }, [words, animatic]);
}
