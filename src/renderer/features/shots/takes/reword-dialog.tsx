import { useDeferredValue, useMemo, useState } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import type { PictureRequest } from '../../../../domain/jobs/generation-request.ts';
import { isPictureRequest } from '../../../../domain/jobs/request-kinds.ts';
import type { ShotId, TakeId } from '../../../../domain/kernel/ids.ts';
import { useCommissionOffer } from '../../../actions/use-commission-offer.ts';
import { useCall, useEdit } from '../../../actions/use-edit.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OfferTerms } from '../../../ui/offer-terms.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useTakeName } from './take-name.ts';

interface RewordProps {
  readonly shotId: ShotId;
  readonly takeId: TakeId;
  /** What somebody who watched said of it: proposed as an addition, and told of the take that comes. */
  readonly remark: { readonly text: string; readonly commentId: string } | null;
  readonly onClose: () => void;
}

/** A take once more in other words: for this one generation, or kept for the shot. */
export function RewordDialog(props: RewordProps) {
  const take = useRow('take', props.takeId);
  const job = useRow('job', take?.jobId ?? null);
  if (job === null || !isPictureRequest(job.request)) return null;
  return <RewordForm {...props} asked={job.request} />;
}

function RewordForm({
  shotId,
  takeId,
  remark,
  onClose,
  asked,
}: RewordProps & { readonly asked: PictureRequest }) {
  const words = useWords('remaking');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const call = useCall();
  const shotWords = useWords('shots');
  const facts = useShotFacts(shotId);
  const take = useRow('take', takeId);
  const nameOf = useTakeName();
  const [prompt, setPrompt] = useState(
    remark === null ? asked.prompt : `${asked.prompt.trimEnd()}\n${remark.text}`.slice(0, 10_000),
  );
  const [negative, setNegative] = useState(asked.negativePrompt ?? '');
  const [sameSeed, setSameSeed] = useState(true);
  const [keeps, setKeeps] = useState(false);
  const said = useDeferredValue(prompt.trim());
  const never = useDeferredValue(negative.trim());
  const isUnchanged =
    sameSeed && said === asked.prompt.trim() && never === (asked.negativePrompt ?? '').trim();
  const commission = useMemo(
    (): Commission | null =>
      said === '' || isUnchanged
        ? null
        : {
            what: 'reword',
            takeId,
            prompt: said,
            negativePrompt: never === '' ? null : never,
            sameSeed,
          },
    [takeId, said, never, sameSeed, isUnchanged],
  );
  const offer = useCommissionOffer(commission, words.reword.verb);
  if (facts === null || take === null) return null;
  const go = async (): Promise<void> => {
    if (commission === null || !offer.isReady) return;
    if (keeps) {
      const kept = await edit(() =>
        client.shots.edit({ projectId, shotId, fields: { promptOverride: prompt.trim() } }),
      );
      if (kept === null) return;
    }
    if ((await offer.start()) === null) return;
    if (remark !== null) {
      const { commentId } = remark;
      await call(() => client.shares.awaitTake({ projectId, commentId, shotId }));
    }
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={words.reword.title(nameOf(facts.takes, take))}
      description={words.reword.text}
      onSubmit={() => void go()}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" disabled={commission === null || !offer.isReady}>
            {commission === null ? words.reword.verb : offer.label}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {remark === null ? null : (
          <figure className="flex flex-col gap-1 border-l-2 border-info pl-2">
            <figcaption className="text-sm text-muted">{shotWords.remark.said}</figcaption>
            <blockquote
              dir="auto"
              className="selectable max-h-24 overflow-y-auto text-base break-words whitespace-pre-wrap"
            >
              {remark.text}
            </blockquote>
          </figure>
        )}
        <TextArea
          label={words.reword.prompt}
          value={prompt}
          rows={5}
          maxLength={10_000}
          onChange={setPrompt}
          autoFocus
        />
        <TextArea
          label={words.reword.negative}
          value={negative}
          rows={1}
          maxLength={10_000}
          onChange={setNegative}
        />
        <Switch
          label={words.reword.sameSeed}
          hint={words.reword.sameSeedHint}
          checked={sameSeed}
          onChange={setSameSeed}
        />
        <Switch label={words.reword.keep} hint={words.reword.keepHint} checked={keeps} onChange={setKeeps} />
        <OfferTerms
          terms={isUnchanged ? [words.reword.unchanged] : offer.terms}
          problem={commission === null ? null : offer.problem}
        />
      </div>
    </Dialog>
  );
}
