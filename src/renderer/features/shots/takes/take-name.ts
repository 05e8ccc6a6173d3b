import type { Take } from '../../../../domain/assets/take.ts';
import { useWords } from '../../../words/use-words.ts';
import { numberOfTake } from './take-facts.ts';

/** "Clip 2", as it stands on its picture. */
export function useTakeName(): (takes: readonly Take[], take: Take) => string {
  const words = useWords('shots').take;
  return (takes, take) => `${words[take.kind]} ${numberOfTake(takes, take)}`;
}

/** Who made a take, in words: the animatic, a model, or the person's own file. */
export function useMakerName(): (take: Take) => string {
  const words = useWords('shots');
  const { animatic } = useWords('generating');
  return (take) =>
    take.jobId === null
      ? words.take.own
      : take.provider === 'animatic'
        ? animatic
        : `${take.provider} · ${take.model}`;
}
