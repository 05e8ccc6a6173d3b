import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  type Stats,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Asset, MediaFacts } from '../../domain/assets/asset.ts';
import { isWorthKeeping } from '../../domain/assets/proxy.ts';
import type { AssetId } from '../../domain/kernel/ids.ts';
import { addChange, emptyPatch, patchOf, type RecordChange } from '../../domain/kernel/patch.ts';
import { type Fault, fail, ok, type Result } from '../../domain/kernel/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { MediaFiles } from '../ports/media-files.ts';
import type { Store } from '../store/store.ts';
import {
  anotherFile,
  cutShort,
  damaged,
  diskFull,
  notFound,
  sourceFailure,
  storeFailure,
} from './library-faults.ts';
import { assetFile, libraryLayout } from './library-layout.ts';
import { createMediaCache } from './media-cache.ts';
import type { AddedAs, AddedAsset, MediaLibrary, NamedFile } from './media-library.ts';
import { hashFile, partialPrefix, type StoredFile, storeBytes, storeFile } from './store-file.ts';

export interface MediaLibraryOptions {
  readonly store: Store;
  readonly mediaFiles: MediaFiles;
  readonly clock: Clock;
  /** Whether a file that is not here is known to be elsewhere; nowhere without it. */
  readonly isElsewhere?: (id: AssetId) => boolean;
}

/** Room that is always left for the database and its journal. */
const spareBytes = 64 * 1024 * 1024;

/** The media library of the store's data folder. */
export function createMediaLibrary({
  store,
  mediaFiles,
  clock,
  isElsewhere = () => false,
}: MediaLibraryOptions): MediaLibrary {
  const layout = libraryLayout(store.home);
  if (!store.readOnly) removeLeftovers(layout.incoming);
  const cache = createMediaCache(layout, mediaFiles);
  /** What the last reading of a file found, and how the file was written then. */
  const readings = new Map<AssetId, { readonly written: string; readonly whole: boolean }>();

  const rowFor = (
    { id, bytes }: StoredFile,
    as: AddedAs,
    kind: Asset['kind'],
    file: { mime: string; extension: string; facts: MediaFacts | null },
  ): AddedAsset => {
    const before = store.row('asset', id);
    if (before !== null) return { asset: before, patch: emptyPatch };
    const { mime, extension, facts } = file;
    const createdAtMs = clock.nowMs();
    const proxyOf = as.proxyOf ?? null;
    const added = { id, kind, mime, extension, bytes, facts, ...pick(as), createdAtMs };
    const asset: Asset = { ...added, proxyOf, heldBy: [store.deviceId] };
    return { asset, patch: patchOf([addChange('asset', asset)]) };
  };
  const assetPath = (id: AssetId): Result<{ path: string; mime: string }> => {
    const row = store.row('asset', id);
    if (row === null) return notFound(`The file ${id.slice(0, 12)}…`);
    const path = assetFile(layout, id, row.extension);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return notFound(`${row.name} (${path})`);
    if (stats.size !== row.bytes) return cutShort(`${row.name} (${path})`);
    const reading = readings.get(id);
    if (reading?.whole === false && reading.written === writingOf(stats))
      return damaged(`${row.name} (${path})`);
    return ok({ path, mime: row.mime });
  };

  const viewPath: MediaLibrary['viewPath'] = (id) => {
    const own = assetPath(id);
    if (own.ok) return ok({ ...own.value, shownId: id });
    for (const { id: shownId } of store.proxiesOf(id)) {
      const proxy = assetPath(shownId);
      if (proxy.ok) return ok({ ...proxy.value, shownId });
    }
    return own;
  };

  const library: MediaLibrary = {
    incomingFolder: layout.incoming,
    hasRoom(bytes) {
      try {
        mkdirSync(layout.incoming, { recursive: true });
        accessSync(layout.incoming, constants.W_OK);
        const { bavail, bsize } = statfsSync(layout.media);
        if (bavail * bsize >= bytes + spareBytes) return ok(undefined);
        return { ok: false, fault: diskFull(layout.media) };
      } catch (thrown) {
        return { ok: false, fault: storeFailure(thrown, layout.media) };
      }
    },
    putFile: (path, { extension, move = false }) => storeFile(layout, path, extension, move),
    putBytes: (bytes, { extension }) => storeBytes(layout, bytes, extension),
    async addMedia(path, as, { move = false } = {}) {
      const probed = await mediaFiles.probe(path);
      if (!probed.ok) return probed;
      const stored = await storeFile(layout, path, probed.value.extension, move);
      if (!stored.ok) return stored;
      return ok(rowFor(stored.value, as, kindOf(probed.value.facts), probed.value));
    },
    async addFrame(id, atFlicks, as) {
      const found = assetPath(id);
      if (!found.ok) return found;
      const frame = await mediaFiles.frame(found.value.path, atFlicks);
      if (!frame.ok) return frame;
      const stored = await storeBytes(layout, frame.value.png, 'png');
      if (!stored.ok) return stored;
      const probed = await mediaFiles.probe(stored.value.path);
      return probed.ok ? ok(rowFor(stored.value, as, 'image', probed.value)) : probed;
    },
    async addProxy(id, signal) {
      const found = assetPath(id);
      const original = store.row('asset', id);
      if (!found.ok || original === null) return found.ok ? notFound(id) : found;
      const kind = original.kind === 'image' ? 'jpg' : 'mp4';
      const path = join(layout.incoming, `${partialPrefix}proxy-${id}.${kind}`);
      try {
        mkdirSync(layout.incoming, { recursive: true });
        const made = await mediaFiles.proxy(found.value.path, path, signal);
        if (!made.ok) return made;
        if (!isWorthKeeping(statSync(path).size, original.bytes)) return ok(null);
        const as = { origin: 'generated', name: original.name, proxyOf: id } as const;
        return await library.addMedia(path, as, { move: true });
      } catch (thrown) {
        return { ok: false, fault: storeFailure(thrown, layout.media) };
      } finally {
        rmSync(path, { force: true });
      }
    },
    async putBack(id, path, fileName = basename(path)) {
      const row = store.row('asset', id);
      if (row === null) return notFound(`The file ${id.slice(0, 12)}…`);
      try {
        if ((await hashFile(path)) !== id) return anotherFile(fileName, row.name);
      } catch (thrown) {
        return { ok: false, fault: sourceFailure(thrown, path) };
      }
      const stored = await storeFile(layout, path, row.extension, false);
      return stored.ok ? ok(undefined) : stored;
    },
    async addText(bytes, { extension, mime, ...as }) {
      const stored = await storeBytes(layout, bytes, extension);
      if (!stored.ok) return stored;
      return ok(rowFor(stored.value, as, 'text', { mime, extension, facts: null }));
    },
    async importMedia(given) {
      const files = given.map(
        (file): NamedFile => (typeof file === 'string' ? { path: file, fileName: basename(file) } : file),
      );
      for (const file of files) {
        const probed = await mediaFiles.probe(file.path);
        if (!probed.ok) return namedFault(probed.fault, file);
      }
      const assets: Asset[] = [];
      const changes = new Map<string, RecordChange>();
      for (const { path, fileName } of files) {
        const added = await library.addMedia(path, { origin: 'imported', name: fileName });
        if (!added.ok) return added;
        assets.push(added.value.asset);
        for (const change of added.value.patch.changes) changes.set(added.value.asset.id, change);
      }
      if (changes.size === 0) return ok(assets);
      const committed = store.commit(patchOf(changes.values()), {
        projectId: null,
        label: 'Import media',
        undoable: false,
      });
      return committed.ok ? ok(assets) : committed;
    },
    assetPath,
    isKept: (id) => assetPath(id).ok || isElsewhere(id),
    viewPath,
    async verify(id) {
      readings.delete(id);
      const found = assetPath(id);
      if (!found.ok) return found;
      try {
        // Before it is read: what is written meanwhile makes the next caller read it again.
        const written = writingOf(statSync(found.value.path));
        readings.set(id, { written, whole: (await hashFile(found.value.path)) === id });
      } catch (thrown) {
        return { ok: false, fault: storeFailure(thrown, layout.media) };
      }
      const checked = assetPath(id);
      return checked.ok ? ok(undefined) : checked;
    },
    async verifyOnce(id) {
      const found = assetPath(id);
      if (!found.ok) return found;
      const stats = statSync(found.value.path, { throwIfNoEntry: false });
      const reading = readings.get(id);
      if (stats !== undefined && reading?.whole === true && reading.written === writingOf(stats))
        return ok(undefined);
      return library.verify(id);
    },
    async thumbnails(id, frames, heightPx) {
      const found = viewPath(id);
      if (!found.ok) return found;
      const { shownId, path } = found.value;
      const made = await cache.thumbnails(shownId, path, frames, heightPx);
      return made.ok ? ok({ ...made.value, shownId }) : made;
    },
    async waveform(id, bucketsPerSecond) {
      const found = viewPath(id);
      if (!found.ok) return found;
      const { shownId, path } = found.value;
      const made = await cache.waveform(shownId, path, bucketsPerSecond);
      return made.ok ? ok({ ...made.value, shownId }) : made;
    },
  };
  return library;
}

/** Tells one writing of a file from the next. */
function writingOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** A fault's sentence with the name that the person knows, in place of where the file lies for now. */
function namedFault(fault: Fault, { path, fileName }: NamedFile): Result<never> {
  return fail(
    fault.code,
    fault.message.replaceAll(path, fileName).replaceAll(basename(path), fileName),
    fault.detail,
  );
}

function pick({ origin, name }: AddedAs): Pick<Asset, 'origin' | 'name'> {
  return { origin, name };
}

function kindOf(facts: MediaFacts): Asset['kind'] {
  if (facts.video === null) return 'audio';
  return facts.durationFlicks === 0 ? 'image' : 'video';
}

/** Files that a killed process was writing. One writer per data folder, so nobody else is writing them now. */
function removeLeftovers(incoming: string): void {
  if (!existsSync(incoming)) return;
  for (const name of readdirSync(incoming))
    if (name.startsWith(partialPrefix)) rmSync(join(incoming, name), { force: true });
}
