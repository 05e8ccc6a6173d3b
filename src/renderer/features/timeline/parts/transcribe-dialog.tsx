import { useMemo, useState } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import type { ItemId } from '../../../../domain/kernel/ids.ts';
import { useCommissionOffer } from '../../../actions/use-commission-offer.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { OfferTerms } from '../../../ui/offer-terms.tsx';
import { Select } from '../../../ui/select.tsx';
import { useWords } from '../../../words/use-words.ts';

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'tr', 'uk', 'ja', 'ko', 'zh'];

/** Having what is said in a clip written down as captions, at a price that is said first. */
export function TranscribeDialog({
  itemId,
  onClose,
}: {
  readonly itemId: ItemId;
  readonly onClose: () => void;
}) {
  const words = useWords('sound').transcribe;
  const { cancel } = useWords('sound');
  const [language, setLanguage] = useState('');
  const commission = useMemo(
    (): Commission => ({ what: 'transcribe', itemId, language: language === '' ? null : language }),
    [itemId, language],
  );
  const offer = useCommissionOffer(commission, words.verb);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="small"
      title={words.title}
      description={words.text}
      onSubmit={() => void offer.start().then((begun) => begun !== null && onClose())}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" variant="primary" disabled={!offer.isReady}>
            {offer.label}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={words.language}
          value={language}
          options={[
            { value: '', label: words.heard },
            ...languages.map((value) => ({ value, label: words.languageName(value) })),
          ]}
          onChange={setLanguage}
        />
        <OfferTerms terms={offer.terms} problem={offer.problem} />
      </div>
    </Dialog>
  );
}
