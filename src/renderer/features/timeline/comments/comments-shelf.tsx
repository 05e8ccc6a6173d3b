import { MessageSquare, Share2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { formatTimecode, snapToFrame } from '../../../../domain/kernel/time.ts';
import type { CutComment } from '../../../../domain/sync/share-messages.ts';
import { useCall } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useCut } from '../cut-context.ts';
import { CommentCard } from './comment-card.tsx';
import { type Thread, threadsOf } from './film-comments.ts';
import { placeOfComment, standingShots } from './place-of-comment.ts';

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));

/** What was said of the cut, and the way to share it. */
export function CommentsShelf() {
  const words = useSharingWords();
  const { projectId, view, shots } = useProject();
  const { client, navigate } = useStudio();
  const { comments, live } = useCut();
  const call = useCall();
  const [isSharing, setSharing] = useState(false);
  const said = useStore(comments);
  const threads = useMemo(() => threadsOf(said), [said]);
  const revision = useSyncExternalStore(live.settled.subscribe, live.settled.revision);
  const { rate } = live.index();
  const standing = useMemo(() => {
    void revision;
    return standingShots(live.index());
  }, [live, revision]);

  const put = (comment: CutComment): void =>
    comments.setState(({ all, seq }) => ({ seq, all: new Map(all).set(comment.id, comment) }));
  const answer = async (thread: Thread, text: string): Promise<boolean> => {
    const id = crypto.randomUUID();
    const parentId = thread.comment.id;
    const kept = await call(() => client.shares.say({ projectId, id, text, parentId, atMs: null }));
    if (kept !== null) put(kept);
    return kept !== null;
  };
  const change = async (thread: Thread, change: 'resolve' | 'reopen' | 'remove'): Promise<void> => {
    const commentId = thread.comment.id;
    const changed = await call(() => client.shares.changeComment({ projectId, commentId, change }));
    if (changed === null) return;
    if (change !== 'remove') put(changed);
    else
      comments.setState(({ all, seq }) => ({
        seq,
        all: new Map([...all].filter(([id]) => id !== commentId)),
      }));
  };
  /** The shot on the Board, where it is made and what that costs is said, with what was said of it. */
  const makeAgain = ({ comment }: Thread): void => {
    const facts = comment.shotId === null ? null : shots.facts(comment.shotId);
    if (facts === null || facts === undefined) return;
    view.setState({
      shotIds: new Set([facts.shot.id]),
      remark: { shotId: facts.shot.id, text: comment.text },
    });
    navigate({ at: 'project', projectId, page: 'board' });
  };
  const share = (
    <Button size="small" icon={Share2} onClick={() => setSharing(true)}>
      {words.share}
    </Button>
  );
  return (
    <>
      {threads.length === 0 ? (
        <EmptyState icon={MessageSquare} title={words.none} text={words.noneText} actions={share} />
      ) : (
        <>
          <div className="flex items-center justify-between gap-2 border-b border-line px-3 py-2 text-sm text-muted">
            {words.open(threads.filter(({ comment }) => comment.resolvedAtMs === null).length)}
            {share}
          </div>
          <ul aria-label={words.comments} className="min-h-0 flex-1 overflow-y-auto">
            {threads.map((thread) => {
              const at = snapToFrame(placeOfComment(thread.comment, standing), rate);
              const { shotId } = thread.comment;
              return (
                <CommentCard
                  key={thread.comment.id}
                  thread={thread}
                  time={formatTimecode(at, rate)}
                  onGo={() => view.setState({ playheadFlicks: at })}
                  onAnswer={(text) => answer(thread, text)}
                  onChange={(what) => void change(thread, what)}
                  onMakeAgain={shotId !== null && standing(shotId) !== null ? () => makeAgain(thread) : null}
                />
              );
            })}
          </ul>
        </>
      )}
      {isSharing ? (
        <Suspense fallback={null}>
          <ShareDialog onClose={() => setSharing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
