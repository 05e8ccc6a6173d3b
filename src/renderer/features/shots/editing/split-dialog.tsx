import { useState } from 'react';
import type { ShotId } from '../../../../domain/kernel/ids.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useProject } from '../../../state/project-context.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotFacts } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words/use-words.ts';
import { splitWords } from './split-places.ts';

/** The words that a shot films; the second shot begins with the one that is chosen. */
export function SplitDialog({ shotId, onClose }: { readonly shotId: ShotId; readonly onClose: () => void }) {
  const words = useWords('shots');
  const { client } = useStudio();
  const { projectId, mirror } = useProject();
  const facts = useShotFacts(shotId);
  const edit = useEdit();
  const places = splitWords(facts?.shot.covers ?? [], (id) => mirror.row('block', id)?.text ?? null);
  const [chosen, setChosen] = useState(() => Math.max(1, Math.round(places.length / 2)));
  if (facts === null) return null;
  const place = places[chosen];
  const split = async (): Promise<void> => {
    if (place === undefined) return;
    const at = { blockId: place.blockId, offset: place.offset };
    if ((await edit(() => client.shots.split({ projectId, shotId, at }))) !== null) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${words.split.title} ${facts.number}`}
      description={places.length < 2 ? words.split.nothing : words.split.text}
      onSubmit={() => void split()}
      actions={
        <>
          <Button onClick={onClose}>{words.split.cancel}</Button>
          <Button type="submit" variant="primary" disabled={place === undefined || places.length < 2}>
            {words.split.action}
          </Button>
        </>
      }
    >
      {places.length < 2 ? null : (
        <p className="font-page text-lg leading-7">
          {places.map(({ text, blockId, offset, canSplit }, i) => (
            <button
              key={`${blockId} ${offset}`}
              type="button"
              disabled={!canSplit}
              aria-pressed={i === chosen}
              onClick={() => setChosen(i)}
              className={`mr-1 rounded-inner px-0.5 ${i === chosen ? 'bg-accent text-on-accent' : i > chosen ? 'bg-accent-soft text-text' : 'text-muted'} enabled:hover:outline-1 enabled:hover:outline-accent`}
            >
              {text}
            </button>
          ))}
        </p>
      )}
    </Dialog>
  );
}
