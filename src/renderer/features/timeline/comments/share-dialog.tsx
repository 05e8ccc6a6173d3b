import { useCallback, useEffect, useState } from 'react';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { ShareLink, ShownCut } from '../../../../domain/sync/share-messages.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useInterpret } from '../../../words/use-words.ts';
import { LinkList } from './link-list.tsx';
import { NewLink } from './new-link.tsx';
import { PublishCut } from './publish-cut.tsx';

interface Shared {
  readonly links: readonly ShareLink[];
  readonly shown: { readonly cut: ShownCut | null; readonly edits: number | null };
}

type Read = { readonly is: 'reading' } | { readonly is: 'read'; readonly shared: Shared } | Unread;
interface Unread {
  readonly is: 'unread';
  readonly code: string;
  readonly message: string;
}

/** The cut that links show, and the links. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useSharingWords();
  const { projectId } = useProject();
  const { client } = useStudio();
  const [read, setRead] = useState<Read>({ is: 'reading' });
  const readAgain = useCallback(
    () =>
      void Promise.all([client.shares.list({ projectId }), client.shares.cut({ projectId })]).then(
        ([links, shown]) => setRead({ is: 'read', shared: { links, shown } }),
        (error: unknown) => {
          const { code, message } = faultOfCall(error);
          // What was read stays on screen; without it there is nothing to act on.
          setRead((before) => (before.is === 'read' ? before : { is: 'unread', code, message }));
        },
      ),
    [client, projectId],
  );
  useEffect(readAgain, [readAgain]);
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
      {read.is === 'unread' ? (
        <NotRead unread={read} onAgain={readAgain} />
      ) : read.is === 'reading' ? (
        <div className="flex flex-col gap-3">
          <Skeleton className="h-16" />
          <Skeleton className="h-40" />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <PublishCut shown={read.shared.shown} onPublished={readAgain} />
          <NewLink onMade={readAgain} />
          <LinkList links={read.shared.links} onChanged={readAgain} />
        </div>
      )}
    </Dialog>
  );
}

/** No line, nobody signed in, or a person who may only watch: what it is, and what can be done. */
function NotRead({
  unread: { code, message },
  onAgain,
}: {
  readonly unread: Unread;
  readonly onAgain: () => void;
}) {
  const words = useSharingWords();
  const interpret = useInterpret();
  const { navigate } = useStudio();
  const action =
    code === 'sync.signed-out' ? (
      <Button variant="primary" onClick={() => navigate({ at: 'settings', sheet: 'account' })}>
        {words.signIn}
      </Button>
    ) : code === 'sync.read-only' ? null : (
      <Button onClick={onAgain}>{words.readAgain}</Button>
    );
  return (
    <ErrorState
      title={words.noAnswer}
      text={code === 'sync.read-only' ? words.viewerText : interpret(message)}
      actions={action}
    />
  );
}
