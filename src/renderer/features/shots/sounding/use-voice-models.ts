import { useEffect, useState } from 'react';
import type { VoiceModel } from '../../../../contract/commissions.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';

/** Every model that speaks, with its voices; read again when a key was set or taken away. null before the first answer. */
export function useVoiceModels(): readonly VoiceModel[] | null {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const keysRevision = useStudioState((state) => state.keysRevision);
  const [models, setModels] = useState<readonly VoiceModel[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the keys change
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    client.commissions.voices().then(
      (found) => wanted && setModels(found),
      // The last answer stands; a lost line is said by the window.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [client, isOpen, keysRevision]);
  return models;
}
