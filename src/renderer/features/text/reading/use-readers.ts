import { useEffect, useState } from 'react';
import type { ProviderInfo } from '../../../../contract/jobs.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';

/** Who has language models, those with a key first; read again when a key was set or taken away. null before the first answer. */
export function useReaders(): readonly ProviderInfo[] | null {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const keysRevision = useStudioState((state) => state.keysRevision);
  const [providers, setProviders] = useState<readonly ProviderInfo[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the keys change
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    client.jobs.providers().then(
      (found) => {
        if (!wanted) return;
        const readers = found.filter(({ defaultModels }) => defaultModels.reading !== undefined);
        setProviders([...readers].sort((a, b) => Number(b.ready) - Number(a.ready)));
      },
      // The last answer stands; a lost line is said by the window.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, isOpen, keysRevision]);
  return providers;
}
