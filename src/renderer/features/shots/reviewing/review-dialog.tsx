import { useMemo, useState } from 'react';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useWords } from '../../../words/use-words.ts';
import { approvable } from './approvable.ts';
import { ReviewPicture } from './review-picture.tsx';

type Shown = 'waiting' | 'all';

/** The stills of the film side by side, in its order: approved one by one, or all at once, before their clips are paid for. */
export function ReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords('review');
  const { client } = useStudio();
  const { projectId, shots } = useProject();
  const edit = useEdit();
  const revision = useShotIndex((index) => index.revision());
  const [shown, setShown] = useState<Shown>('all');
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with every change of a shot
  const stills = useMemo(() => approvable(shots.shotIds(), shots.facts), [shots, revision]);
  const waiting = stills.filter(({ isApproved }) => !isApproved);
  const approve = (shotIds: readonly (typeof stills)[number]['shotId'][], approved: boolean): void =>
    void edit(() => client.shots.approveStills({ projectId, shotIds: [...shotIds], approved }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={words.title}
      description={words.explained}
      actions={
        <>
          <Button onClick={onClose}>{words.done}</Button>
          <Button
            variant="primary"
            disabled={waiting.length === 0}
            onClick={() =>
              approve(
                waiting.map(({ shotId }) => shotId),
                true,
              )
            }
          >
            {words.approveAll(waiting.length)}
          </Button>
        </>
      }
    >
      <Segmented<Shown>
        label={words.show}
        value={shown}
        options={[
          { value: 'all', label: words.all(stills.length) },
          { value: 'waiting', label: words.waiting(waiting.length) },
        ]}
        onChange={setShown}
        className="mb-3"
      />
      {stills.length === 0 ? <p className="text-base text-muted">{words.none}</p> : null}
      <ul className="grid grid-cols-3 gap-3 max-md:grid-cols-2">
        {(shown === 'all' ? stills : waiting).map((still) => (
          <ReviewPicture
            key={still.shotId}
            still={still}
            onApprove={(approved) => approve([still.shotId], approved)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
