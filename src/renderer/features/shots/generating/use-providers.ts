import { useEffect, useState } from 'react';
import type { ProviderInfo } from '../../../../contract/jobs.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';

/** Who can generate; read again when a key was set or taken away. null before the first answer. */
export function useProviders(): readonly ProviderInfo[] | null {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const keysRevision = useStudioState((state) => state.keysRevision);
  const [providers, setProviders] = useState<readonly ProviderInfo[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the keys change
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    client.jobs.providers().then(
      (found) => wanted && setProviders(found),
      // The last answer stands; a lost line is said by the window.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, isOpen, keysRevision]);
  return providers;
}
