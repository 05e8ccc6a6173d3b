import { useDeferredValue, useMemo, useState } from 'react';
import type { Commission } from '../../../../contract/commissions.ts';
import { framesToFlicks, secondsToFlicks } from '../../../../domain/kernel/time.ts';
import { startOf } from '../../../../domain/timeline/queries.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { useProject, useRow, useRows } from '../../../state/project-context.ts';
import { TimecodeField } from '../../../ui/timecode-field.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useCut, useCutView } from '../cut-context.ts';
import { FitField, type PartFit } from './fit-field.tsx';
import { PartDialog } from './part-dialog.tsx';
import { meantSpan, type PartWish, promptOfPart } from './part-wish.ts';
import { TranscribeDialog } from './transcribe-dialog.tsx';

/** The stretch of film that a person wants made, if there is one. */
export function PartDialogs() {
  const cut = useCut();
  const wish = useCutView((view) => view.part);
  const { view } = useProject();
  const item = useRow('item', wish?.itemId ?? null);
  const onClose = (): void => cut.view.setState({ part: null });
  if (wish === null || item === null) return null;
  if (item.kind === 'clip') {
    if (wish.is === 'transcribe') return <TranscribeDialog itemId={item.id} onClose={onClose} />;
    if (wish.is === 'extend') return <ExtendDialog clip={item} onClose={onClose} />;
    if (wish.is === 'retake') return <RetakeDialog clip={item} at={view.getState()} onClose={onClose} />;
  }
  return item.kind === 'gap' && wish.is === 'fill-gap' ? (
    <GapDialog wish={wish} durationFlicks={item.durationFlicks} onClose={onClose} />
  ) : null;
}

/** Words to begin with: those of the shot whose clip it is. */
function usePrompt(clip: ClipItem | null): readonly [string, (prompt: string) => void, string] {
  const { mirror } = useProject();
  const project = useRows('project')[0];
  const cast = useRows('cast');
  const places = useRows('place');
  const [prompt, setPrompt] = useState(() => {
    const take =
      clip?.assetId == null ? null : mirror.rows('take').find((each) => each.assetId === clip.assetId);
    const shotId = clip?.shotId ?? take?.shotId ?? null;
    return promptOfPart(shotId === null ? null : mirror.row('shot', shotId), { project, cast, places });
  });
  return [prompt, setPrompt, useDeferredValue(prompt.trim())];
}

function useRate() {
  const { live } = useCut();
  return live.index().rate;
}

const usualExtension = secondsToFlicks(4);

function ExtendDialog({ clip, onClose }: { readonly clip: ClipItem; readonly onClose: () => void }) {
  const words = useWords('remaking').extend;
  const rate = useRate();
  const [prompt, setPrompt, said] = usePrompt(clip);
  const [byFlicks, setByFlicks] = useState(usualExtension);
  const commission = useMemo(
    (): Commission | null =>
      said === '' ? null : { what: 'extend', itemId: clip.id, byFlicks, prompt: said },
    [said, clip.id, byFlicks],
  );
  return (
    <PartDialog {...words} prompt={prompt} onPrompt={setPrompt} commission={commission} onClose={onClose}>
      <TimecodeField
        label={words.length}
        valueFlicks={byFlicks}
        rate={rate}
        minFlicks={secondsToFlicks(1)}
        maxFlicks={secondsToFlicks(60)}
        onCommit={(flicks) => setByFlicks(flicks)}
        className="w-40"
      />
    </PartDialog>
  );
}

function RetakeDialog({
  clip,
  at,
  onClose,
}: {
  readonly clip: ClipItem;
  readonly at: Parameters<typeof meantSpan>[2];
  readonly onClose: () => void;
}) {
  const words = useWords('remaking').retake;
  const { live } = useCut();
  const rate = useRate();
  const [prompt, setPrompt, said] = usePrompt(clip);
  const [span, setSpan] = useState(() => meantSpan(live.index(), clip, at));
  const [fit, setFit] = useState<PartFit>('keep');
  const start = startOf(live.index(), clip.id) ?? 0;
  const toMedium = clip.sourceInFlicks - start;
  // A part without a length cannot be typed.
  const frameFlicks = framesToFlicks(1, rate);
  const commission = useMemo(
    (): Commission | null =>
      said === ''
        ? null
        : {
            what: 'retake',
            itemId: clip.id,
            fromFlicks: span.fromFlicks + toMedium,
            toFlicks: span.toFlicks + toMedium,
            prompt: said,
            fit,
          },
    [said, clip.id, span, toMedium, fit],
  );
  return (
    <PartDialog {...words} prompt={prompt} onPrompt={setPrompt} commission={commission} onClose={onClose}>
      <div className="grid grid-cols-2 gap-3">
        <TimecodeField
          label={words.from}
          valueFlicks={span.fromFlicks}
          rate={rate}
          minFlicks={start}
          maxFlicks={span.toFlicks - frameFlicks}
          onCommit={(fromFlicks) => setSpan({ ...span, fromFlicks })}
        />
        <TimecodeField
          label={words.to}
          valueFlicks={span.toFlicks}
          rate={rate}
          minFlicks={span.fromFlicks + frameFlicks}
          maxFlicks={start + clip.durationFlicks}
          onCommit={(toFlicks) => setSpan({ ...span, toFlicks })}
        />
      </div>
      <p className="-mt-2 text-xs text-faint">{words.marks}</p>
      <FitField value={fit} onChange={setFit} />
    </PartDialog>
  );
}

function GapDialog({
  wish,
  durationFlicks,
  onClose,
}: {
  readonly wish: PartWish;
  readonly durationFlicks: number;
  readonly onClose: () => void;
}) {
  const words = useWords('remaking').gap;
  const formats = useFormats();
  const { live } = useCut();
  const index = live.index();
  const gap = index.items.get(wish.itemId);
  const before = gap === undefined ? null : index.main.before(gap);
  const after = gap === undefined ? null : index.main.after(gap);
  const beside = before?.kind === 'clip' ? before : after?.kind === 'clip' ? after : null;
  const [prompt, setPrompt, said] = usePrompt(beside);
  const [fit, setFit] = useState<PartFit>('keep');
  const commission = useMemo(
    (): Commission | null =>
      said === '' ? null : { what: 'fill-gap', itemId: wish.itemId, prompt: said, fit },
    [said, wish.itemId, fit],
  );
  return (
    <PartDialog
      {...words}
      text={`${words.text} ${words.length(formats.duration(durationFlicks))}`}
      prompt={prompt}
      onPrompt={setPrompt}
      commission={commission}
      onClose={onClose}
    >
      <FitField value={fit} onChange={setFit} />
    </PartDialog>
  );
}
