import { useState } from 'react';
import type { GenerationRequest } from '../../../../domain/jobs/generation-request.ts';
import type { ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';
import { useRow } from '../../../state/project-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { MadeFrom } from './made-from.tsx';
import { TakeMedium } from './take-medium.tsx';
import { useTakeName } from './take-name.ts';
import { TakeRating } from './take-rating.tsx';
import { TakeRequest } from './take-request.tsx';
import { useTakeEdits } from './use-take-edits.ts';
import { useTakeWords } from './use-take-words.ts';

/** One take large, with all that is known of it: what it was asked with, its price, its number, what it was made from. */
export function TakeDialog({
  shotId,
  takeId,
  onClose,
}: {
  readonly shotId: ShotId;
  readonly takeId: TakeId;
  readonly onClose: () => void;
}) {
  const words = useWords('takes');
  const shots = useWords('shots');
  const edits = useTakeEdits();
  const nameOf = useTakeName();
  const [shownId, setShownId] = useState(takeId);
  const facts = useShotFacts(shotId);
  const take = useRow('take', shownId);
  const job = useRow('job', take?.jobId ?? null);
  const shot = useRow('shot', shotId);
  if (facts === null || take === null || shot === null) return null;
  const name = nameOf(facts.takes, take);
  const chosen = [shot.chosenStillId, shot.chosenClipId, shot.chosenSpeechId].includes(take.id);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="wide"
      title={words.detail.title(name, facts.number)}
      actions={
        <>
          <Button onClick={onClose}>{words.detail.close}</Button>
          <ReuseWords shot={shot} request={job?.request ?? null} />
          {chosen ? null : (
            <Button variant="primary" onClick={() => void edits.choose(shotId, take).then(onClose)}>
              {shots.take.choose(name)}
            </Button>
          )}
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-4 max-md:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-3">
          <div className="relative aspect-video overflow-hidden rounded-inner bg-black">
            <TakeMedium key={take.id} take={take} />
          </div>
          <div className="flex items-center gap-2">
            <TakeRating
              rating={take.rating}
              name={name}
              onRate={(rating) => void edits.rate([take.id], rating)}
            />
            {chosen ? <Badge tone="accent">{shots.take.inUse}</Badge> : null}
          </div>
          <MadeFrom takes={facts.takes} take={take} onShow={({ id }) => setShownId(id)} />
        </div>
        <TakeRequest take={take} job={job} />
      </div>
    </Dialog>
  );
}

/** Puts the words of a take into its shot again. */
function ReuseWords({ shot, request }: { readonly shot: Shot; readonly request: GenerationRequest | null }) {
  const words = useWords('takes').detail;
  const takeWords = useTakeWords(shot, request);
  if (takeWords === null) return null;
  return (
    <Button disabled={takeWords.isSaidNow} onClick={() => void takeWords.sayAgain()}>
      {takeWords.isSaidNow ? words.sameWords : words.useWords}
    </Button>
  );
}
