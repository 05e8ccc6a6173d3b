import type { Take } from '../../../../domain/assets/take.ts';
import type { ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import { useRow } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { RequestDifferences } from './request-differences.tsx';
import { TakeMedium } from './take-medium.tsx';
import { useMakerName, useTakeName } from './take-name.ts';
import { TakeRating } from './take-rating.tsx';
import { useTakeEdits } from './use-take-edits.ts';

/** Two takes of a shot side by side, the chosen one left. */
export function CompareDialog({
  shotId,
  takeId,
  onClose,
}: {
  readonly shotId: ShotId;
  readonly takeId: TakeId;
  readonly onClose: () => void;
}) {
  const words = useWords('shots');
  const { cancel } = useWords('generating');
  const facts = useShotFacts(shotId);
  const take = useRow('take', takeId);
  const edits = useTakeEdits();
  const nameOf = useTakeName();
  const chosen = facts === null || take === null ? null : chosenOfKind(facts, take);
  const job = useRow('job', take?.jobId ?? null);
  const chosenJob = useRow('job', chosen?.jobId ?? null);
  if (facts === null || take === null) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={`${words.take.compareTitle} · ${facts.number}`}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button
            variant="primary"
            onClick={() => void edits.choose(shotId, take).then((receipt) => receipt !== null && onClose())}
          >
            {words.take.choose(nameOf(facts.takes, take))}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        {chosen === null ? (
          <div className="aspect-video rounded-inner bg-black" />
        ) : (
          <Side take={chosen} name={nameOf(facts.takes, chosen)} inUse />
        )}
        <Side take={take} name={nameOf(facts.takes, take)} inUse={false} />
      </div>
      {chosenJob === null || job === null ? null : (
        <div className="mt-4 border-t border-line pt-3">
          <RequestDifferences left={chosenJob.request} right={job.request} />
        </div>
      )}
    </Dialog>
  );
}

function chosenOfKind({ takes, shot, still, clip }: ShotFacts, { kind }: Take): Take | null {
  if (kind === 'still') return still;
  if (kind === 'clip') return clip;
  return takes.find(({ id }) => id === shot.chosenSpeechId) ?? null;
}

function Side({
  take,
  name,
  inUse,
}: {
  readonly take: Take;
  readonly name: string;
  readonly inUse: boolean;
}) {
  const words = useWords('shots');
  const { free } = useWords('generating');
  const formats = useFormats();
  const makerOf = useMakerName();
  const edits = useTakeEdits();
  const price = take.costUsdMicros === 0 ? free : words.take.paid(formats.exactMoney(take.costUsdMicros));
  return (
    <figure className="min-w-0">
      <div className="relative aspect-video overflow-hidden rounded-inner bg-black">
        <TakeMedium take={take} />
      </div>
      <figcaption className="mt-2 flex flex-col text-sm text-muted">
        <span className="flex items-center gap-2">
          <span className="font-medium text-text">{name}</span>
          {inUse ? <Badge tone="accent">{words.take.inUse}</Badge> : null}
          <TakeRating
            rating={take.rating}
            name={name}
            onRate={(rating) => void edits.rate([take.id], rating)}
          />
        </span>
        <span className="truncate">
          {words.take.facts(makerOf(take), price, formats.date(take.createdAtMs))}
        </span>
        <span className="text-faint tabular-nums">{words.take.seed(take.seed)}</span>
      </figcaption>
    </figure>
  );
}
