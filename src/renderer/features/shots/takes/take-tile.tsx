import { Columns2, ImageOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { CardPlayer } from '../card/card-player.tsx';
import type { TakeFacts } from './take-facts.ts';

/** One take: its picture chooses it; below, who made it, what was paid and when. */
export function TakeTile({ facts, shotId }: { readonly facts: TakeFacts; readonly shotId: ShotId }) {
  const { take, number, chosen, outdated } = facts;
  const words = useWords('shots');
  const formats = useFormats();
  const { client } = useStudio();
  const { projectId } = useProject();
  const board = useBoardStore();
  const edit = useEdit();
  const [over, setOver] = useState(false);
  const kind = words.take[take.kind];
  const provider =
    take.jobId === null ? words.take.own : take.provider === 'animatic' ? words.animatic : take.provider;
  const price = take.costUsdMicros === 0 ? words.free : words.take.paid(formats.money(take.costUsdMicros));
  const name = [
    // As it is written on the picture, so that it can be said to it.
    outdated ? `${kind} ${number} ${words.take.outdated}` : `${kind} ${number}`,
    provider,
    price,
    chosen ? words.take.chosen : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <li className="group/take flex min-w-0 flex-col gap-1">
      <div className="relative">
        <button
          type="button"
          aria-pressed={chosen}
          aria-label={name}
          title={words.take.seed(take.seed)}
          onPointerEnter={() => setOver(true)}
          onPointerLeave={() => setOver(false)}
          // A press on the chosen one looks at it: a shot never loses its picture by that.
          onClick={() =>
            chosen
              ? undefined
              : void edit(() =>
                  client.shots.chooseTake({ projectId, shotId, kind: take.kind, takeId: take.id }),
                )
          }
          className="relative block aspect-video w-full overflow-hidden rounded-inner bg-black outline-1 outline-line hover:outline-line-strong aria-pressed:outline-2 aria-pressed:outline-accent"
        >
          <Picture source={posterAddress(take.assetId, 120)} fit="contain">
            <span data-theme="dark" className="absolute inset-0 flex items-center justify-center text-faint">
              <Icon of={ImageOff} />
            </span>
          </Picture>
          {over && take.kind === 'clip' && !matchMedia('(prefers-reduced-motion: reduce)').matches ? (
            <CardPlayer take={take} sound={false} />
          ) : null}
          <span className="absolute top-1 left-1 flex gap-1">
            <Badge>{`${kind} ${number}`}</Badge>
            {/* Two words, also to who compares the name with them. */}{' '}
            {outdated ? <Badge tone="accent">{words.take.outdated}</Badge> : null}
          </span>
        </button>
        {chosen ? null : (
          <span className="absolute right-1 bottom-1 hidden gap-0.5 rounded-inner bg-float group-focus-within/take:flex group-hover/take:flex">
            <IconButton
              icon={Columns2}
              size="tiny"
              label={words.take.compare}
              onClick={() => board.setState({ dialog: { is: 'compare', shotId, takeId: take.id } })}
            />
            <IconButton
              icon={Trash2}
              size="tiny"
              tone="danger"
              label={words.take.delete}
              onClick={() => void edit(() => client.assets.deleteTakes({ projectId, takeIds: [take.id] }))}
            />
          </span>
        )}
      </div>
      <p className="text-xs text-faint tabular-nums">
        <span className="block truncate text-muted">{words.take.madeBy(provider, price)}</span>
        <span className="block truncate">{formats.ago(take.createdAtMs, Date.now())}</span>
      </p>
    </li>
  );
}
