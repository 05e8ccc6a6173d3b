import { AudioLines } from 'lucide-react';
import type { SpeechState } from '../../../state/shot-speech.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useWords } from '../../../words/use-words.ts';

const looks: Readonly<Partial<Record<SpeechState, string>>> = {
  current: 'text-faint',
  making: 'animate-pulse text-accent-text',
  outdated: 'text-accent-text',
  failed: 'text-bad',
};

/** That a shot's line is spoken, is being spoken, or is spoken in words or a voice of before. Nothing while there is no take. */
export function SpeechMark({ state }: { readonly state: SpeechState }) {
  const words = useWords('sound');
  const look = looks[state];
  if (look === undefined) return null;
  return (
    <span title={state === 'outdated' ? words.cardOutdated : words.state[state]} className={look}>
      <Icon of={AudioLines} size={12} />
    </span>
  );
}
