import { useEffect, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { SearchHit } from '../../../../contract/projects/search-hit.ts';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';

export type SearchState =
  | { readonly is: 'idle' }
  | { readonly is: 'searching' }
  | { readonly is: 'found'; readonly hits: readonly SearchHit[]; readonly words: string }
  | { readonly is: 'failed'; readonly sentence: string };

export const mostHits = 200;
/** Nobody has typed for so long. */
const restMs = 120;

/** Where words occur in all projects. What was found last stays until there is something newer. */
export function useSearch(typed: string): SearchState {
  const { client } = useStudio();
  const revision = useStudioState((state) => state.projectsRevision);
  const [state, setState] = useState<SearchState>({ is: 'idle' });
  const words = typed.trim().slice(0, 500);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to look again.
  useEffect(() => {
    if (words === '') {
      setState({ is: 'idle' });
      return;
    }
    let wanted = true;
    setState((before) => (before.is === 'found' ? before : { is: 'searching' }));
    const timer = setTimeout(() => {
      client.projects.search({ words, limit: mostHits }).then(
        (hits) => wanted && setState({ is: 'found', hits, words }),
        (error: unknown) => wanted && setState({ is: 'failed', sentence: faultOfCall(error).message }),
      );
    }, restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, words, revision]);
  return state;
}
