import { useCallback, useEffect, useState } from 'react';
import type { ShareLink } from '../../../../domain/sync/share-messages.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useFormats } from '../../../words/use-words.ts';
import { NewLink } from './new-link.tsx';
import { PublishCut } from './publish-cut.tsx';

/** The cut that links show, and the links. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useSharingWords();
  const { projectId } = useProject();
  const { client } = useStudio();
  const call = useCall();
  const [links, setLinks] = useState<readonly ShareLink[] | null>(null);
  const read = useCallback(async () => {
    const listed = await call(() => client.shares.list({ projectId }));
    if (listed !== null) setLinks(listed);
  }, [call, client, projectId]);
  useEffect(() => void read(), [read]);
  const revoke = async (shareId: string): Promise<void> => {
    if ((await call(() => client.shares.revoke({ projectId, shareId }))) !== null) await read();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={words.shareTitle}
      description={words.shareText}
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      <div className="flex flex-col gap-4">
        <PublishCut />
        <NewLink onMade={() => void read()} />
        <section aria-labelledby="share-links" className="flex flex-col gap-1.5">
          <h3 id="share-links" className="text-sm font-medium">
            {words.links}
          </h3>
          {links?.length === 0 ? <p className="text-sm text-muted">{words.noLinks}</p> : null}
          <ul className="flex flex-col">
            {(links ?? []).map((link) => (
              <LinkRow key={link.id} link={link} onRevoke={() => void revoke(link.id)} />
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function LinkRow({ link, onRevoke }: { readonly link: ShareLink; readonly onRevoke: () => void }) {
  const words = useSharingWords();
  const formats = useFormats();
  const [openedAtMs] = useState(() => Date.now());
  const { title, expiresAtMs, hasPassword, revokedAtMs } = link;
  const hasEnded = expiresAtMs !== null && expiresAtMs <= openedAtMs;
  const ends = hasEnded ? words.ended : expiresAtMs === null ? null : words.until(formats.date(expiresAtMs));
  const facts = [hasPassword ? words.withPassword : null, revokedAtMs === null ? ends : words.revoked];
  return (
    <li className="flex min-h-7 items-center justify-between gap-2 border-t border-line py-1 text-base">
      <span className="min-w-0 truncate">{title || words.untitled}</span>
      <span className="flex shrink-0 items-center gap-2 text-sm text-muted">
        {facts.filter((fact) => fact !== null).join(', ')}
        {revokedAtMs === null && !hasEnded ? (
          <Button size="small" onClick={onRevoke}>
            {words.revoke}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
