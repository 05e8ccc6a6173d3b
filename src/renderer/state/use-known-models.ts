import { useEffect } from 'react';
import type { ProjectContextValue } from './project-context.ts';
import { useConnection, useStudio, useStudioState } from './studio-context.ts';

/** Has the shots know what models look at, read when the project is opened and when keys were set: lists come with them. */
export function useKnownModels({ shots }: Pick<ProjectContextValue, 'shots'>): void {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const keysRevision = useStudioState((state) => state.keysRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the keys change
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    client.models.list({ kind: 'still' }).then(
      (catalogues) => wanted && shots.setModels(catalogues.flatMap(({ models }) => models)),
      // Without it any number of reference pictures counts as good, as before.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, shots, isOpen, keysRevision]);
}
