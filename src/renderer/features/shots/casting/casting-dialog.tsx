import { useState } from 'react';
import { useRows } from '../../../state/project-context.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CastSheet } from './cast-sheet.tsx';
import { LookSheet } from './look-sheet.tsx';
import { PlacesSheet } from './places-sheet.tsx';
import { usePlaceNames } from './use-place-names.ts';

type Sheet = 'look' | 'cast' | 'places';

/** What has to look the same from shot to shot: the film's look, its people and its places. */
export function CastingDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords('casting');
  const [sheet, setSheet] = useState<Sheet>('cast');
  const cast = useRows('cast');
  const places = usePlaceNames();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={words.title}
      description={words.explained}
      actions={<Button onClick={onClose}>{words.done}</Button>}
    >
      <Tabs<Sheet>
        label={words.title}
        value={sheet}
        onChange={setSheet}
        tabs={[
          { value: 'cast', label: words.cast(cast.length), content: <CastSheet /> },
          { value: 'places', label: words.places(places.length), content: <PlacesSheet names={places} /> },
          { value: 'look', label: words.look, content: <LookSheet /> },
        ]}
        className="h-100"
      />
    </Dialog>
  );
}
