import { Progress } from '../../../ui/progress.tsx';
import { useAccountWords } from '../../../words/account-words.ts';

/** How much of one limit of the plan is used, in words and as a length. `most` null: there is no limit. */
export function UsageBar({
  label,
  used,
  most,
  write,
  fullText,
}: {
  readonly label: string;
  readonly used: number;
  readonly most: number | null;
  readonly write: (amount: number) => string;
  readonly fullText: string;
}) {
  const words = useAccountWords();
  return (
    <div className="flex max-w-100 flex-col gap-1 text-base">
      <p className="flex justify-between gap-2">
        <span className="text-text">{label}</span>
        <span className="text-muted tabular-nums">
          {most === null ? words.usedUnlimited(write(used)) : words.used(write(used), write(most))}
        </span>
      </p>
      {most === null ? null : <Progress look="bar" label={label} done={Math.min(used, most)} total={most} />}
      {most !== null && used >= most ? <p className="text-muted">{fullText}</p> : null}
    </div>
  );
}
