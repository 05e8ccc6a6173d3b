import { useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { useProject } from '../../../state/project-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { textFigures } from '../model/text-figures.ts';
import { useDesk, useScript } from './write-desk.ts';

/** The quiet line under the script: how much there is, and whether it is saved. */
export function WriteFooter() {
  const words = useWords('text');
  const formats = useFormats();
  const { form } = useDesk();
  const { shots } = useProject();
  const script = useDeferredValue(useScript());
  const figures = useMemo(() => textFigures(script, form), [script, form]);
  useShotIndex((index) => index.revision());
  const ids = shots.shotIds();
  const flicks = ids.reduce((sum, id) => sum + (shots.facts(id)?.shot.durationFlicks ?? 0), 0);
  const parts = [
    words.figures.words(figures.words),
    words.figures.pages(figures.pages),
    words.figures.scenes(shots.scenes().length),
    words.figures.shots(ids.length),
    ...(flicks > 0 ? [words.figures.length(formats.duration(flicks))] : []),
  ];
  return (
    <footer className="flex h-7 shrink-0 items-center gap-3 border-t border-line bg-panel px-3 text-sm text-faint">
      <span className="min-w-0 truncate">{parts.join('  ·  ')}</span>
      <span className="ml-auto shrink-0">
        <SaveNote />
      </span>
    </footer>
  );
}

function SaveNote() {
  const words = useWords('text');
  const formats = useFormats();
  const { edits } = useDesk();
  const note = useSyncExternalStore(edits.subscribe, () => {
    const { state, savedAtMs } = edits.save();
    return state === 'saved' ? (savedAtMs === null ? 'saved' : String(savedAtMs)) : state;
  });
  if (note === 'waiting') return <StateDot state="offline" label={words.save.waiting} withWords />;
  if (note === 'unsaved') return <StateDot state="failed" label={words.save.unsaved} withWords />;
  if (note === 'saving') return <span role="status">{words.save.saving}</span>;
  return <span>{note === 'saved' ? words.save.saved : words.save.savedAt(formats.time(Number(note)))}</span>;
}
