import type { MediaChoice, MediaOverview } from '../../../domain/sync/media-files.ts';
import { useCall } from '../../actions/use-edit.ts';
import { useProject } from '../../state/project-context.ts';
import { useStudio, useStudioState } from '../../state/studio-context.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { usePlaceWords } from '../../words/place-words.ts';
import { useSyncWords } from '../../words/sync-words.ts';
import { useFormats, useInterpret } from '../../words/use-words.ts';
import { useMedia } from './use-media.ts';

const choices = ['everything', 'used', 'proxies', 'none'] as const satisfies readonly MediaChoice[];
const noLimit = 'none';
const preferenceName = 'sync.bytesPerSecond';
/** The panel says so of the rows already. */
const saidAbove: readonly string[] = ['sync.unreachable', 'sync.signed-out'];
const limitsBytesPerS = [250_000, 1_000_000, 5_000_000, 20_000_000];

/** Where the film's files are, what of them is on its way, and how much of them goes by itself. */
export function SyncFiles({ onAway }: { readonly onAway: () => void }) {
  const sync = useSyncWords();
  const { files: words } = sync;
  const places = usePlaceWords();
  const formats = useFormats();
  const interpret = useInterpret();
  const call = useCall();
  const { client } = useStudio();
  const { projectId } = useProject();
  const media = useMedia();
  const preference = useStudioState(({ preferences }) => preferences[preferenceName]);
  if (media === null) return null;
  const { toSend, toFetch, moving, fault, all, here, away, choice, way, toMake } = media;
  const lost = away.filter(({ place }) => place === 'lost').length;
  const waits = ({ files: count, bytes }: MediaOverview['toSend']): string =>
    count === 0 ? words.nothing : words.waiting(count, formats.bytes(bytes));
  const limit = typeof preference === 'number' ? String(preference) : noLimit;
  const limits = limitsBytesPerS.map((bytesPerS) => ({
    value: String(bytesPerS),
    label: words.perSecond(formats.bytes(bytesPerS)),
  }));
  return (
    <section aria-label={words.title} className="flex flex-col gap-2 border-t border-line pt-3 text-base">
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 tabular-nums">
        <dt className="text-muted">{words.here}</dt>
        <dd className="text-right">{words.count(here.files, all.files)}</dd>
        <dt className="text-muted">{words.toSend}</dt>
        <dd className="text-right">{waits(toSend)}</dd>
        <dt className="text-muted">{words.toFetch}</dt>
        <dd className="text-right">{waits(toFetch)}</dd>
      </dl>
      {moving === null ? null : (
        <p className="text-muted tabular-nums">{words.moving[moving.way](formats.bytes(moving.doneBytes))}</p>
      )}
      {away.length === 0 ? null : (
        <div className="flex items-center justify-between gap-2">
          <span className="min-w-0 text-text">{places.list.open(away.length)}</span>
          <Button size="small" onClick={() => onAway()}>
            {sync.look}
            <span className="sr-only"> {sync.files.title}</span>
          </Button>
        </div>
      )}
      {toMake === 0 ? null : <p className="text-muted">{places.toMake(toMake)}</p>}
      {way === 'no-storage' ? <p className="text-muted">{places.list.textStays}</p> : null}
      {lost === 0 ? null : <p className="text-bad">{words.lost(lost)}</p>}
      {fault === null || saidAbove.includes(fault.code) ? null : (
        <p className="selectable text-muted">{interpret(fault.message)}</p>
      )}
      <Select
        labelAt="beside"
        label={words.choice}
        value={choice}
        options={choices.map((value) => ({ value, label: words.choices[value] }))}
        onChange={(next) => call(() => client.sync.chooseMedia({ projectId, choice: next }))}
      />
      <Select
        labelAt="beside"
        label={words.limit}
        value={limit}
        options={[{ value: noLimit, label: words.noLimit }, ...limits]}
        onChange={(next) => {
          const value = next === noLimit ? null : Number(next);
          return call(() => client.studio.setPreference({ name: preferenceName, value }));
        }}
      />
    </section>
  );
}
