import { useEffect, useState } from 'react';
import type { VoiceModel } from '../../../../contract/commissions.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useConnection, useStudio, useStudioState } from '../../../state/studio-context.ts';

/** Every model that speaks, with its voices; read again when a key was set or taken away. null before the first answer. */
export function useVoiceModels(): readonly VoiceModel[] | null {
  const { client } = useStudio();
  const call = useCall();
  const isOpen = useConnection().is === 'open';
  const keysRevision = useStudioState((state) => state.keysRevision);
  const [models, setModels] = useState<readonly VoiceModel[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the keys change
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    // Refused, the last answer stands, and the line at the foot says why nobody can be chosen.
    void call(() => client.commissions.voices()).then((found) => {
      if (wanted && found !== null) setModels(found);
    });
    return () => {
      wanted = false;
    };
  }, [client, call, isOpen, keysRevision]);
  return models;
}
