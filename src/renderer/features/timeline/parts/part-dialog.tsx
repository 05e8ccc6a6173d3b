import type { ReactNode } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import { useCommissionOffer } from '../../../actions/use-commission-offer.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OfferTerms } from '../../../ui/offer-terms.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useWords } from '../../../words/use-words.ts';

/** Words, fields of its own, price and button of a stretch of film that is to be made. */
export function PartDialog({
  title,
  text,
  verb,
  prompt,
  onPrompt,
  commission,
  onClose,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly verb: string;
  readonly prompt: string;
  readonly onPrompt: (prompt: string) => void;
  /** null while something is missing. */
  readonly commission: Commission | null;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const words = useWords('remaking');
  const offer = useCommissionOffer(commission, verb);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={text}
      onSubmit={() => void offer.start().then((begun) => begun !== null && onClose())}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" variant="primary" disabled={commission === null || !offer.isReady}>
            {commission === null ? verb : offer.label}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextArea
          label={words.prompt}
          value={prompt}
          rows={4}
          maxLength={10_000}
          onChange={onPrompt}
          autoFocus
        />
        {children}
        <OfferTerms terms={offer.terms} problem={commission === null ? words.noPrompt : offer.problem} />
      </div>
    </Dialog>
  );
}
