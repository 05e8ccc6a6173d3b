import { useCallback } from 'react';
import { useStudio, useStudioState } from '../../../state/studio-context.ts';
import { useWords } from '../../../words/use-words.ts';
import { Section, Waiting } from '../section.tsx';
import { useAsked } from '../use-asked.ts';
import { KeyCard } from './key-card.tsx';

/** The keys of paid providers. */
export function KeysSection() {
  const words = useWords('settings');
  const { client } = useStudio();
  const revision = useStudioState(({ keysRevision }) => keysRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision asks again
  const ask = useCallback(() => client.keys.list(), [client, revision]);
  const { asked, again } = useAsked(ask);
  return (
    <Section title={words.sections.keys} text={words.keysText}>
      <Waiting asked={asked} again={again} rows={4}>
        {(keys) => (
          <ul className="flex flex-col gap-4">
            {keys.map((status) => (
              <KeyCard key={status.provider} status={status} onChanged={again} />
            ))}
          </ul>
        )}
      </Waiting>
    </Section>
  );
}
