import type { Take } from '../../../../domain/assets/take.ts';
import type { ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { mediaAddress } from '../../../client/media-addresses.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { numberOfTake } from './take-facts.ts';

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
  const { client } = useStudio();
  const { projectId } = useProject();
  const facts = useShotFacts(shotId);
  const take = useRow('take', takeId);
  const edit = useEdit();
  if (facts === null || take === null) return null;
  const chosen = take.kind === 'still' ? facts.still : facts.clip;
  const nameOf = (each: Take): string => `${words.take[each.kind]} ${numberOfTake(facts.takes, each)}`;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={`${words.take.compareTitle} · ${facts.number}`}
      actions={
        <>
          <Button onClick={onClose}>{words.budget.cancel}</Button>
          <Button
            variant="primary"
            onClick={() =>
              void edit(() =>
                client.shots.chooseTake({ projectId, shotId, kind: take.kind, takeId: take.id }),
              ).then((receipt) => receipt !== null && onClose())
            }
          >
            {words.take.choose(nameOf(take))}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        {chosen === null ? (
          <div className="aspect-video rounded-inner bg-black" />
        ) : (
          <Side take={chosen} name={nameOf(chosen)} inUse />
        )}
        <Side take={take} name={nameOf(take)} inUse={false} />
      </div>
    </Dialog>
  );
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
  const formats = useFormats();
  const provider =
    take.jobId === null ? words.take.own : take.provider === 'animatic' ? words.animatic : take.model;
  const price = take.costUsdMicros === 0 ? words.free : words.take.paid(formats.money(take.costUsdMicros));
  return (
    <figure className="min-w-0">
      <div className="relative aspect-video overflow-hidden rounded-inner bg-black">
        {take.kind === 'clip' ? (
          <video
            src={mediaAddress(take.assetId)}
            controls
            loop
            autoPlay={!matchMedia('(prefers-reduced-motion: reduce)').matches}
            muted
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <img
            src={mediaAddress(take.assetId)}
            alt=""
            className="absolute inset-0 size-full object-contain"
          />
        )}
      </div>
      <figcaption className="mt-2 flex flex-col text-sm text-muted">
        <span className="flex items-center gap-2">
          <span className="font-medium text-text">{name}</span>
          {inUse ? <Badge tone="accent">{words.take.inUse}</Badge> : null}
        </span>
        <span className="truncate">{words.take.facts(provider, price, formats.date(take.createdAtMs))}</span>
        <span className="text-faint tabular-nums">{words.take.seed(take.seed)}</span>
      </figcaption>
    </figure>
  );
}
