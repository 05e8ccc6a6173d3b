import { useState } from 'react';
import type { ShareLink } from '../../../../domain/sync/share-messages.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useFormats } from '../../../words/use-words.ts';

/** Whoever has such a link is about to stand before a closed door. */
const soonMs = 3 * 24 * 3_600_000;

/** Links that hold, newest first; those that have ended are one line until somebody wants to see them. */
export function LinkList({
  links,
  onChanged,
}: {
  readonly links: readonly ShareLink[];
  readonly onChanged: () => void;
}) {
  const words = useSharingWords();
  const [openedAtMs] = useState(() => Date.now());
  const holds = ({ revokedAtMs, expiresAtMs }: ShareLink): boolean =>
    revokedAtMs === null && (expiresAtMs === null || expiresAtMs > openedAtMs);
  const open = links.filter(holds);
  const ended = links.filter((link) => !holds(link));
  return (
    <section aria-labelledby="share-links" className="flex flex-col gap-1.5">
      <h3 id="share-links" className="text-sm font-medium">
        {words.links}
      </h3>
      {open.length === 0 ? <p className="text-sm text-muted">{words.noLinks}</p> : null}
      <ul className="flex max-h-64 flex-col overflow-y-auto">
        {open.map((link) => (
          <OpenLink key={link.id} link={link} nowMs={openedAtMs} onChanged={onChanged} />
        ))}
      </ul>
      {ended.length === 0 ? null : (
        <details className="text-sm text-muted">
          <summary className="cursor-pointer py-1">{words.endedLinks(ended.length)}</summary>
          <ul className="max-h-40 overflow-y-auto">
            {ended.map(({ id, title, revokedAtMs }) => (
              <li key={id} className="flex justify-between gap-2 border-t border-line py-1">
                <bdi className="min-w-0 truncate">{title || words.untitled}</bdi>
                <span className="shrink-0">{revokedAtMs === null ? words.ended : words.revoked}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OpenLink({
  link,
  nowMs,
  onChanged,
}: {
  readonly link: ShareLink;
  readonly nowMs: number;
  readonly onChanged: () => void;
}) {
  const words = useSharingWords();
  const formats = useFormats();
  const { projectId } = useProject();
  const { client } = useStudio();
  const call = useCall();
  const { id: shareId, expiresAtMs, hasPassword, commentsClosedAtMs } = link;
  const name = link.title || words.untitled;
  const isSoon = expiresAtMs !== null && expiresAtMs - nowMs < soonMs;
  const revoke = async (): Promise<void> => {
    if ((await call(() => client.shares.revoke({ projectId, shareId }))) !== null) onChanged();
  };
  const close = async (isClosed: boolean): Promise<void> => {
    const done = await call(() => client.shares.setCommentsClosed({ projectId, shareId, isClosed }));
    if (done !== null) onChanged();
  };
  return (
    <li aria-label={name} className="flex flex-col gap-1 border-t border-line py-1.5 text-base">
      <div className="flex items-center justify-between gap-2">
        <bdi className="min-w-0 truncate">{name}</bdi>
        <Button size="small" aria-label={words.revokeLink(name)} onClick={() => void revoke()}>
          {words.revoke}
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm text-muted">
        <span className="flex flex-wrap items-center gap-1.5">
          {expiresAtMs === null ? null : isSoon ? (
            <Badge tone="accent">{words.endsSoon(formats.timeLeft((expiresAtMs - nowMs) / 1_000))}</Badge>
          ) : (
            words.until(formats.date(expiresAtMs))
          )}
          {hasPassword ? <span>{words.withPassword}</span> : null}
        </span>
        <Switch
          label={words.mayComment}
          checked={commentsClosedAtMs === null}
          onChange={(isOpen) => void close(!isOpen)}
        />
      </div>
    </li>
  );
}
