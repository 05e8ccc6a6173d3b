import { MessageSquare, Share2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { formatTimecode, snapToFrame } from '../../../../domain/kernel/time.ts';
import { useProject } from '../../../state/project-context.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useSharingWords } from '../../../words/sharing-words.ts';
import { useCut } from '../cut-context.ts';
import { CommentCard } from './comment-card.tsx';
import { type Thread, threadsOf } from './film-comments.ts';
import { placeInCut, placeOfComment, standingShots } from './place-of-comment.ts';
import { useCommentActs } from './use-comment-acts.ts';

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }));

/** So many are drawn before somebody asks for more: each is as high as its words. */
const drawnAtOnce = 100;

type Filter = 'open' | 'resolved';

/** What was said of the cut, and the way to share it. */
export function CommentsShelf() {
  const words = useSharingWords();
  const { view } = useProject();
  const { comments, live } = useCut();
  const acts = useCommentActs();
  const [isSharing, setSharing] = useState(false);
  const [filter, setFilter] = useState<Filter>('open');
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const all = useStore(comments, (said) => said.all);
  const chosenId = useStore(comments, (said) => said.chosenId);
  const threads = useMemo(() => threadsOf({ all }), [all]);
  const revision = useSyncExternalStore(live.settled.subscribe, live.settled.revision);
  const { rate } = live.index();
  const standing = useMemo(() => {
    void revision;
    return standingShots(live.index());
  }, [live, revision]);

  const isOpen = ({ comment }: Thread): boolean => comment.resolvedAtMs === null;
  const openCount = threads.filter(isOpen).length;
  const shown = threads.filter((thread) => isOpen(thread) === (filter === 'open'));
  const isOrphan = ({ comment }: Thread): boolean => placeOfComment(comment, standing) === null;
  const placed = shown.filter((thread) => !isOrphan(thread));
  const orphans = shown.filter(isOrphan);

  const draw = (thread: Thread) => {
    const { comment } = thread;
    const place = placeOfComment(comment, standing);
    const at = snapToFrame(place ?? placeInCut(comment), rate);
    const { shotId } = comment;
    return (
      <CommentCard
        key={comment.id}
        thread={thread}
        time={formatTimecode(at, rate)}
        isChosen={comment.id === chosenId}
        mayChange={acts.mayChange}
        onGo={
          place === null
            ? null
            : () => {
                view.setState({ playheadFlicks: at });
                comments.setState({ chosenId: comment.id });
              }
        }
        onAnswer={(text) => acts.answer(comment, text)}
        onChange={(what) => void acts.change(comment, what)}
        onSettle={(commentId, how) => void acts.settle(commentId, how)}
        onMakeAgain={shotId !== null && place !== null ? () => acts.makeAgain(comment) : null}
      />
    );
  };
  const share = acts.mayChange ? (
    <Button size="small" icon={Share2} onClick={() => setSharing(true)}>
      {words.share}
    </Button>
  ) : null;
  return (
    <>
      {threads.length === 0 ? (
        <EmptyState icon={MessageSquare} title={words.none} text={words.noneText} actions={share} />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-2 py-1.5">
            <Segmented
              label={words.filter}
              value={filter}
              options={[
                { value: 'open', label: words.filterOpen(openCount) },
                { value: 'resolved', label: words.filterResolved(threads.length - openCount) },
              ]}
              onChange={setFilter}
            />
            {share}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            {shown.length === 0 ? (
              <EmptyState look="inline" className="p-3" title={words.noneOf[filter]} text="" />
            ) : null}
            <ul aria-label={words.comments}>{placed.slice(0, drawn).map(draw)}</ul>
            {placed.length > drawn ? (
              <div className="p-2">
                <Button size="small" onClick={() => setDrawn(drawn + drawnAtOnce)}>
                  {words.more(placed.length - drawn)}
                </Button>
              </div>
            ) : null}
            {orphans.length === 0 ? null : (
              <section aria-labelledby="orphan-comments">
                <h3 id="orphan-comments" className="px-3 pt-3 pb-1 text-sm font-medium text-muted">
                  {words.orphans}
                </h3>
                <ul>{orphans.slice(0, drawn).map(draw)}</ul>
              </section>
            )}
          </div>
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
