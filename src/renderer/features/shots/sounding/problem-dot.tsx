import { StateDot } from '../../../ui/state-dot.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';

/** A line that cannot be made now, and why. */
export function ProblemDot({ problem, isEnded }: { readonly problem: string; readonly isEnded: boolean }) {
  const words = useWords('sound');
  const interpret = useInterpret();
  const why = interpret(problem);
  if (!isEnded) return <StateDot state="failed" label={why} />;
  return (
    <span title={why}>
      <StateDot state="failed" label={words.state.ended} withWords />
    </span>
  );
}
