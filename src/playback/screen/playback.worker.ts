import type { RecordsPatch } from '../../domain/kernel/patch.ts';
import type { Item, Track, Transition } from '../../domain/timeline/records.ts';
import { applyPatch, indexTimeline, type TimelineRows } from '../../domain/timeline/timeline-index.ts';
import { loadFonts } from './load-fonts.ts';
import { reasonOf } from './media-file.ts';
import { createMediaFiles } from './media-files.ts';
import type { FromScreen, ToScreen } from './messages.ts';
import { createPicturePool } from './picture-pool.ts';
import { createScreen } from './screen.ts';
import { createSoundReader } from './sound-reader.ts';

/** What this file uses of a worker's global scope; the library for pages does not know it. */
interface WorkerScope {
  readonly fonts: FontFaceSet;
  onmessage: ((event: MessageEvent<ToScreen>) => void) | null;
  postMessage(message: FromScreen, transfer?: Transferable[]): void;
}
const scope = self as unknown as WorkerScope;

const tell = (message: FromScreen, transfer: Transferable[] = []): void =>
  scope.postMessage(message, transfer);

/** Pictures do not wait longer than this for fonts; titles then have the machine's own. */
const fontTimeoutMs = 5000;

/** Everything that begins with the first message. */
function begin(first: Extract<ToScreen, { kind: 'begin' }>): (message: ToScreen) => void {
  const index = indexTimeline(rowsIn(first.patch), first.rate);
  const files = createMediaFiles();
  files.learn(first.addresses);
  const pool = createPicturePool({
    files,
    isStill: (itemId) => {
      const item = index.items.get(itemId);
      return item?.kind === 'clip' && item.sourceLengthFlicks === 0;
    },
    onProblem: (problem) => tell({ kind: 'problem', problem }),
  });
  const fonts = loadFonts(first.fonts, scope).then((problems) => {
    for (const reason of problems) tell({ kind: 'problem-with-font', reason });
  });
  const timeout = new Promise((resolve) => setTimeout(resolve, fontTimeoutMs));
  const screen = createScreen({
    canvas: first.canvas,
    pool,
    index: () => index,
    tell,
    fontsReady: Promise.race([fonts, timeout]),
  });
  const sounds = createSoundReader(files);

  return (message) => {
    switch (message.kind) {
      case 'begin':
        return;
      case 'patch':
        files.learn(message.addresses);
        applyPatch(index, message.patch);
        return screen.refresh();
      case 'size':
        return screen.resize(message.widthPx, message.heightPx);
      case 'captions':
        return screen.setCaptions(message.shown);
      case 'show':
        return screen.show(message.flicks, message.serial);
      case 'prime':
        return screen.prime(message.run, message.serial);
      case 'run':
        return screen.run(message.run, message.serial);
      case 'sound': {
        const { id } = message.wanted;
        void sounds.read(message.wanted).then(
          (samples) =>
            tell({ kind: 'sound', id, samples }, samples?.channels.map(({ buffer }) => buffer) ?? []),
          // A medium whose sound cannot be read plays silently; its pictures report what is wrong with it.
          () => tell({ kind: 'sound', id, samples: null }),
        );
        return;
      }
      case 'soundDone':
        return sounds.rest();
      case 'name':
        return screen.name(message.assetId, { kind: 'offline', title: message.name, note: message.note });
      case 'retry':
        files.learn([[message.assetId, message.address]]);
        pool.forget(message.assetId);
        return screen.refresh();
      case 'snapshot': {
        const { id } = message;
        void screen.snapshot().then(
          (picture) => tell({ kind: 'snapshot', id, picture }, picture === null ? [] : [picture]),
          () => tell({ kind: 'snapshot', id, picture: null }),
        );
        return;
      }
    }
  };
}

/** Rows that were all added. */
function rowsIn({ changes }: RecordsPatch): TimelineRows {
  const tracks: Track[] = [];
  const items: Item[] = [];
  const transitions: Transition[] = [];
  for (const change of changes) {
    if (change.kind !== 'add') continue;
    if (change.entity === 'track') tracks.push(change.row as unknown as Track);
    if (change.entity === 'item') items.push(change.row as unknown as Item);
    if (change.entity === 'transition') transitions.push(change.row as unknown as Transition);
  }
  return { tracks, items, transitions };
}

let receive: ((message: ToScreen) => void) | null = null;
scope.onmessage = ({ data }) => {
  try {
    if (data.kind === 'begin') receive = begin(data);
    else receive?.(data);
  } catch (thrown) {
    tell({ kind: 'broken', reason: reasonOf(thrown) });
  }
};
