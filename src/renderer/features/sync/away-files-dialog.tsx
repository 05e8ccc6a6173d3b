import { CloudDownload } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AwayFile, MediaOverview } from '../../../domain/sync/media-files.ts';
import { useFetchFiles } from '../../actions/use-fetch-files.ts';
import { useProject } from '../../state/project-context.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PlaceMark } from '../../ui/file-place.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { usePlaceWords } from '../../words/place-words.ts';
import { useFormats } from '../../words/use-words.ts';

type Shown = 'used' | 'all';

/** The files of the film that are not on this computer: where each is, how large, and what brings it here. */
export function AwayFilesDialog({
  media,
  onClose,
}: {
  readonly media: MediaOverview;
  readonly onClose: () => void;
}) {
  const words = usePlaceWords();
  const formats = useFormats();
  const files = useFetchFiles();
  const hasUsed = media.away.some(({ use }) => use !== 'other');
  const [shown, setShown] = useState<Shown>(hasUsed ? 'used' : 'all');
  const listed = useMemo(
    () => media.away.filter(({ use }) => shown === 'all' || use !== 'other'),
    [media.away, shown],
  );
  const kept = listed.filter(({ place }) => place === 'cloud');
  const waiting = kept.filter(({ isAsked }) => !isAsked);
  const bytes = formats.bytes(waiting.reduce((sum, file) => sum + file.bytes, 0));
  const text = {
    open: words.list.text,
    'no-storage': words.list.textStays,
    'not-mirrored': words.list.textAlone,
  }[media.way];
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      size="large"
      title={words.list.title}
      description={text}
      actions={
        <>
          {kept.length > waiting.length ? (
            <Button variant="quiet" onClick={() => void files.cancel()}>
              {words.cancel}
            </Button>
          ) : null}
          {media.way !== 'open' || waiting.length === 0 ? null : (
            <Button variant="primary" icon={CloudDownload} onClick={() => void files.fetch(shown)}>
              {shown === 'used'
                ? words.list.fetchUsed(waiting.length, bytes)
                : words.list.fetchAll(waiting.length, bytes)}
            </Button>
          )}
        </>
      }
    >
      {media.away.length === 0 ? (
        <p className="py-4 text-base text-muted">{words.list.none}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <div className="self-start">
            <Segmented
              label={words.list.filter}
              value={shown}
              options={[
                { value: 'used', label: words.list.used },
                { value: 'all', label: words.list.all },
              ]}
              onChange={setShown}
            />
          </div>
          {listed.length === 0 ? (
            <p className="py-4 text-base text-muted">{words.list.none}</p>
          ) : (
            <VirtualList
              label={words.list.title}
              items={listed}
              keyOf={({ assetId }) => assetId}
              rowHeightPx={44}
              className={listed.length > 6 ? 'h-96' : 'h-68'}
              render={(file) => (
                <AwayRow
                  file={file}
                  mayFetch={media.way === 'open'}
                  onFetch={() => void files.fetch([file.assetId])}
                />
              )}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}

function AwayRow({
  file,
  mayFetch,
  onFetch,
}: {
  readonly file: AwayFile;
  readonly mayFetch: boolean;
  readonly onFetch: () => void;
}) {
  const words = usePlaceWords();
  const formats = useFormats();
  const { mirror } = useProject();
  const { assetId, place, proxy, use, bytes, isAsked } = file;
  const name = mirror.row('asset', assetId)?.name ?? assetId.slice(0, 12);
  const facts = [words.mark[place], words.list.use[use], proxy === 'here' ? words.list.hasProxy : null];
  return (
    <div className="flex h-11 items-center gap-3 border-b border-line px-1">
      <PlaceMark absence={file} />
      <span className="min-w-0 flex-1">
        <span className="selectable block truncate text-base text-text">{name}</span>
        <span className="block truncate text-sm text-muted">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </span>
      </span>
      <span className="shrink-0 text-sm text-muted tabular-nums">{formats.bytes(bytes)}</span>
      {mayFetch && place === 'cloud' ? (
        <Button size="small" variant="quiet" busy={isAsked} disabled={isAsked} onClick={onFetch}>
          {isAsked ? words.coming : words.fetch}
        </Button>
      ) : null}
    </div>
  );
}
