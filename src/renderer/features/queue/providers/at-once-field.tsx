import { useState } from 'react';
import type { ProviderHealth } from '../../../../contract/providers.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { useWords } from '../../../words/use-words.ts';

/** How many requests may be open at a provider at once: what an account is granted, only its owner knows. */
export function AtOnceField({ health }: { readonly health: ProviderHealth }) {
  const words = useWords('providerHealth');
  const { client } = useStudio();
  const call = useCall();
  const [said, setSaid] = useState<number | null>(null);
  const set = (requests: number): void => {
    setSaid(requests);
    void call(
      () => client.providers.setAtOnce({ provider: health.provider, requests }),
      () => words.atOnceSet,
    ).finally(() => setSaid(null));
  };
  return (
    <NumberField
      label={words.atOnce}
      hint={words.atOnceHint}
      labelAt="beside"
      value={said ?? health.maxConcurrent}
      min={1}
      max={100}
      onCommit={set}
    />
  );
}
