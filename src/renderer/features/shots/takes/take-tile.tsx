import { Columns2, Ellipsis, ImageOff, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { useRow } from '../../../state/project-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { PlaceMark } from '../../../ui/file-place.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { usePlaceWords } from '../../../words/place-words.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { CardPlayer } from '../card/card-player.tsx';
import { isPart, madeHow } from './made-how.ts';
import type { TakeFacts } from './take-facts.ts';
import { TakeRating } from './take-rating.tsx';
import { useTakeEdits } from './use-take-edits.ts';
import { useTakeMenu } from './use-take-menu.ts';

/** One take: its picture chooses it; below, who made it, what was paid and when. */
export function TakeTile({ facts, shotId }: { readonly facts: TakeFacts; readonly shotId: ShotId }) {
  const { take, number, chosen, outdated } = facts;
  const words = useWords('shots');
  const generating = useWords('generating');
  const formats = useFormats();
  const more = useWords('takes');
  const board = useBoardStore();
  const edits = useTakeEdits();
  const entriesOf = useTakeMenu(shotId);
  const isAway = take.discardedAtMs !== null;
  const job = useRow('job', take.jobId);
  const absence = useShotIndex((shots) => shots.absence(take.assetId));
  const how = madeHow(job?.request ?? null);
  const places = usePlaceWords();
  const [over, setOver] = useState(false);
  const kind = words.take[take.kind];
  const provider =
    take.jobId === null ? words.take.own : take.provider === 'animatic' ? generating.animatic : take.provider;
  const price =
    take.costUsdMicros === 0 ? generating.free : words.take.paid(formats.exactMoney(take.costUsdMicros));
  const name = [
    // As it is written on the picture, so that it can be said to it.
    outdated ? `${kind} ${number} ${words.take.outdated}` : `${kind} ${number}`,
    how === null ? provider : more.how[how],
    price,
    chosen ? words.take.chosen : null,
    absence === null ? null : places.mark[absence.place],
  ]
    .filter((part) => part !== null)
    .join(', ');
  const press = (): void => {
    // A press on the chosen one looks at it: a shot never loses its picture by that. What stands on the timeline beside what the shot
    // shows takes its place only where that is asked for.
    if (chosen) return;
    if (isPart(how)) board.setState({ dialog: { is: 'take', shotId, takeId: take.id } });
    else void edits.choose(shotId, take);
  };
  return (
    <ContextMenu entries={() => entriesOf(facts)}>
      <li
        className="group/take flex min-w-0 flex-col gap-1"
        onFocus={() => board.setState({ takeId: take.id })}
        onBlur={() => board.setState({ takeId: null })}
      >
        <div className="relative">
          <button
            type="button"
            aria-pressed={chosen}
            aria-label={name}
            title={words.take.seed(take.seed)}
            onPointerEnter={() => setOver(true)}
            onPointerLeave={() => setOver(false)}
            onClick={press}
            className="relative block aspect-video w-full overflow-hidden rounded-inner bg-black outline-1 outline-line hover:outline-line-strong aria-pressed:outline-2 aria-pressed:outline-accent"
          >
            <Picture source={posterAddress(take.assetId, 120)} fit="contain">
              <span
                data-theme="dark"
                className="absolute inset-0 flex items-center justify-center text-faint"
              >
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
              {absence === null ? null : (
                <Badge>
                  <PlaceMark absence={absence} />
                </Badge>
              )}
            </span>
          </button>
          <span className="absolute right-1 bottom-1 hidden gap-0.5 rounded-inner bg-float group-focus-within/take:flex group-hover/take:flex has-[[data-state=open]]:flex">
            {chosen || isAway ? null : (
              <IconButton
                icon={Columns2}
                size="tiny"
                label={words.take.compare}
                onClick={() => board.setState({ dialog: { is: 'compare', shotId, takeId: take.id } })}
              />
            )}
            {chosen ? null : isAway ? (
              <IconButton
                icon={Undo2}
                size="tiny"
                label={more.bringBack}
                onClick={() => void edits.bringBack([take.id])}
              />
            ) : (
              <IconButton
                icon={X}
                size="tiny"
                label={more.putAway}
                onClick={() => void edits.putAway([take.id])}
              />
            )}
            <Menu
              align="end"
              trigger={<IconButton icon={Ellipsis} size="tiny" label={more.menu(`${kind} ${number}`)} />}
              entries={() => entriesOf(facts)}
            />
          </span>
        </div>
        <div className="text-xs text-faint tabular-nums">
          <p className="truncate text-muted">
            {words.take.madeBy(how === null ? provider : more.how[how], price)}
          </p>
          <div className="flex items-center justify-between gap-1">
            <TakeRating
              rating={take.rating}
              name={`${kind} ${number}`}
              onRate={(rating) => void edits.rate([take.id], rating)}
            />
            <span className="truncate">{formats.ago(take.createdAtMs, Date.now())}</span>
          </div>
        </div>
      </li>
    </ContextMenu>
  );
}
