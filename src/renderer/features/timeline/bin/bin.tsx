import { Import } from 'lucide-react';
import {
  type DragEvent,
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { useStatusLine } from '../../../actions/status-line.ts';
import { useProject } from '../../../state/project-context.ts';
import { useConnection, useStudio } from '../../../state/studio-context.ts';
import { useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import { useInterpret, useWords } from '../../../words/use-words.ts';
import { useCanShare } from '../comments/use-follow-comments.ts';
import { useCut, useCutView } from '../cut-context.ts';
import { BinRowView, binRowPx, mediumOfRow } from './bin-row.tsx';
import { assetRows, type BinRow, shotRows } from './bin-rows.ts';
import { importMedia } from './import-media.ts';

type Shelf = 'shots' | 'media' | 'comments';

const CommentsShelf = lazy(async () => ({
  default: (await import('../comments/comments-shelf.tsx')).CommentsShelf,
}));

/** What can be cut with: the takes of the project's shots, and a person's own files. */
export function Bin() {
  const words = useWords('timeline');
  const { imported, view: cut, comments } = useCut();
  const { shots } = useProject();
  const [shelf, setShelf] = useState<Shelf>('shots');
  const canShare = useCanShare();
  const chosenComment = useStore(comments, ({ chosenId }) => chosenId);
  const [lastChosen, setLastChosen] = useState(chosenComment);
  // Whoever goes to a comment sees what it says.
  if (chosenComment !== lastChosen) {
    setLastChosen(chosenComment);
    if (chosenComment !== null) setShelf('comments');
  }
  const [search, setSearch] = useState('');
  const deferred = useDeferredValue(search);
  const source = useCutView((state) => state.source);
  const revision = useShotIndex((index) => index.revision());
  const media = useStore(imported);
  const openShotId = source?.of === 'shot' ? source.shotId : null;
  const [lastShotId, setLastShotId] = useState(openShotId);
  if (openShotId !== null && openShotId !== lastShotId) setLastShotId(openShotId);
  const rows = useMemo(() => {
    void revision;
    return shelf === 'shots'
      ? shotRows(shots.scenes(), shots.facts, deferred, lastShotId)
      : assetRows(media.assets, deferred);
  }, [shelf, shots, revision, deferred, lastShotId, media.assets]);
  const { bringIn, isOver, dropHandlers } = useImport(() => setShelf('media'));
  const picker = useRef<HTMLInputElement>(null);

  const choose = (row: BinRow, opens: boolean): void => {
    const medium = mediumOfRow(row);
    if (medium !== null) cut.setState(opens ? { source: medium, sourceShown: true } : { source: medium });
  };
  const isChosen = (row: BinRow): boolean => {
    if (source === null) return false;
    if (row.kind === 'shot') return source.of === 'shot' && source.shotId === row.id;
    const medium = mediumOfRow(row);
    return source.of === 'asset' && medium?.assetId === source.assetId;
  };
  return (
    <section
      aria-label={words.bin}
      className="relative flex min-h-0 flex-1 flex-col bg-panel"
      {...dropHandlers}
    >
      {/* Over the rows, which would cover an outline of what they stand in. */}
      {isOver ? (
        <span aria-hidden className="pointer-events-none absolute inset-0 z-10 border-2 border-accent" />
      ) : null}
      <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line px-2">
        <Segmented
          label={words.bin}
          value={shelf}
          options={[
            { value: 'shots', label: words.shelfShots },
            { value: 'media', label: words.shelfMedia },
            ...(canShare || shelf === 'comments'
              ? [{ value: 'comments' as const, label: words.shelfComments }]
              : []),
          ]}
          onChange={setShelf}
        />
        <span className="flex-1" />
        <IconButton icon={Import} label={words.importMedia} onClick={() => picker.current?.click()} />
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept="video/*,audio/*,image/*"
          onChange={(event) => {
            void bringIn([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {shelf === 'comments' ? (
        <Suspense fallback={null}>
          <CommentsShelf />
        </Suspense>
      ) : (
        <>
          <div className="border-b border-line p-2">
            <SearchField label={words.searchBin} value={search} onChange={setSearch} />
          </div>
          {rows.length === 0 ? (
            <BinEmpty shelf={shelf} searching={deferred !== ''} onImport={() => picker.current?.click()} />
          ) : (
            <VirtualList
              label={words.bin}
              items={rows}
              keyOf={(row) => `${row.kind} ${row.id}`}
              rowHeightPx={(row) => binRowPx[row.kind]}
              className="flex-1"
              render={(row) => (
                <BinRowView
                  row={row}
                  isChosen={isChosen(row)}
                  onChoose={() => choose(row, false)}
                  onOpen={() => choose(row, true)}
                />
              )}
            />
          )}
        </>
      )}
    </section>
  );
}

function BinEmpty({
  shelf,
  searching,
  onImport,
}: {
  readonly shelf: Shelf;
  readonly searching: boolean;
  readonly onImport: () => void;
}) {
  const words = useWords('timeline');
  if (searching) return <EmptyState look="inline" title={words.nothingFound} text={words.nothingFoundText} />;
  if (shelf === 'shots') return <EmptyState look="inline" title={words.noShots} text={words.noShotsText} />;
  return (
    <EmptyState
      look="inline"
      title={words.noMedia}
      text={words.noMediaText}
      actions={
        <Button size="small" icon={Import} onClick={onImport}>
          {words.importMedia}
        </Button>
      }
    />
  );
}

/** Reads the list of own files, and adds to it what is chosen or dropped. */
function useImport(onDone: () => void) {
  const { imported } = useCut();
  const { client, host } = useStudio();
  const connection = useConnection();
  const words = useWords('timeline');
  const interpret = useInterpret();
  const status = useStatusLine();
  const [isOver, setOver] = useState(false);
  const isOpen = connection.is === 'open';
  useEffect(() => {
    if (!isOpen) return;
    client.assets.imported().then(
      (assets) => imported.setState({ assets, status: 'ready' }),
      // The list that is there stays; it is read again with the next connection.
      () => imported.setState({ status: 'failed' }),
    );
  }, [client, imported, isOpen]);
  const bringIn = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    const { assets: added, faults } = await importMedia(files, client, host, ({ name }) =>
      status.say(words.importingFile(name)),
    );
    const [fault] = faults;
    if (fault === undefined) status.say(words.importedFiles(added.length));
    else
      status.say(
        words.importedSome(added.length, files.length - added.length, interpret(fault.message)),
        'problem',
      );
    if (added.length === 0) return;
    const ids = new Set(added.map(({ id }) => id));
    const { assets } = imported.getState();
    imported.setState({ assets: [...added, ...assets.filter(({ id }) => !ids.has(id))] });
    onDone();
  };
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return {
    bringIn,
    isOver,
    dropHandlers: {
      onDragOver(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        const { currentTarget, relatedTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop(event: DragEvent) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        void bringIn([...event.dataTransfer.files]);
      },
    },
  };
}
