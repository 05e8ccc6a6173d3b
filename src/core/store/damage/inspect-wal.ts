import { existsSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';

/**
 * What SQLite will leave out of a write-ahead log without a word. It stops at the first frame whose checksum is wrong:
 * right for a commit that a power cut left half-written, but it also hides damage in the middle of saved edits.
 */
export interface WalLoss {
  /** Commits that are in the file and will not be read. */
  readonly commits: number;
  /**
   * True when at least one of them was acknowledged: the next one was begun, which happens only after the one before
   * was forced to the disk. False when it may be the last, unacknowledged one.
   */
  readonly acknowledged: boolean;
}

const headerBytes = 32;
const frameHeaderBytes = 24;
const indexHeaderBytes = 48;

/**
 * Reads a WAL as https://www.sqlite.org/fileformat2.html#walformat describes it and reports what will be lost; null
 * when every frame that was committed will be read, and for a log too short to hold one.
 */
export function inspectWal(database: string): WalLoss | null {
  const bytes = readFileSync(`${database}-wal`);
  if (bytes.length < headerBytes + frameHeaderBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  const pageBytes = view.getUint32(8);
  const littleEndian = magic === 0x377f0682;
  const start = checksum(view, 0, 24, littleEndian, [0, 0]);
  const headerGood =
    (littleEndian || magic === 0x377f0683) &&
    (pageBytes === 1 || (pageBytes >= 512 && pageBytes <= 65_536)) &&
    start[0] === view.getUint32(24) &&
    start[1] === view.getUint32(28);
  // Without its header none of the log is read. What it held cannot be told, only that it held something.
  if (!headerGood) return { commits: 1, acknowledged: true };

  const salts = [view.getUint32(16), view.getUint32(20)] as const;
  const frameBytes = frameHeaderBytes + (pageBytes === 1 ? 65_536 : pageBytes);
  let sums = start;
  let broken = false;
  let commits = 0;
  let acknowledged = false;
  let readable = 0;
  for (let at = headerBytes; at + frameBytes <= bytes.length; at += frameBytes) {
    const ours = view.getUint32(at + 8) === salts[0] && view.getUint32(at + 12) === salts[1];
    if (!broken) {
      sums = checksum(view, at, 8, littleEndian, sums);
      sums = checksum(view, at + frameHeaderBytes, frameBytes - frameHeaderBytes, littleEndian, sums);
      broken = !ours || sums[0] !== view.getUint32(at + 16) || sums[1] !== view.getUint32(at + 20);
      if (!broken) {
        readable += 1;
        continue;
      }
    } else if (ours && commits > 0) {
      acknowledged = true;
    }
    // Frames of an earlier turn of the log carry other salts; they are in the database already.
    if (ours && view.getUint32(at + 4) !== 0) commits += 1;
  }
  if (indexedFrames(`${database}-shm`, salts) > readable)
    return { commits: Math.max(1, commits), acknowledged: true };
  return commits === 0 ? null : { commits, acknowledged };
}

/**
 * How many frames of this log the shared index had entered, each after it was forced to the disk: what tells a log
 * that was cut short. 0 where there is no index, or one of another log. https://www.sqlite.org/walformat.html
 */
function indexedFrames(path: string, salts: readonly [number, number]): number {
  if (!existsSync(path)) return 0;
  const bytes = readFileSync(path);
  if (bytes.length < 2 * indexHeaderBytes) return 0;
  // The header is there twice; two that differ were being written when the process died.
  if (!bytes.subarray(0, indexHeaderBytes).equals(bytes.subarray(indexHeaderBytes, 2 * indexHeaderBytes)))
    return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Counts are in the computer's own byte order; the salts are copied as they are in the log.
  const littleEndian = endianness() === 'LE';
  const sameLog = view.getUint32(32) === salts[0] && view.getUint32(36) === salts[1];
  return sameLog && bytes[12] === 1 ? view.getUint32(16, littleEndian) : 0;
}

function checksum(
  view: DataView,
  from: number,
  length: number,
  littleEndian: boolean,
  [first, second]: readonly [number, number],
): [number, number] {
  let a = first;
  let b = second;
  for (let at = from; at < from + length; at += 8) {
    a = (a + view.getUint32(at, littleEndian) + b) >>> 0;
    b = (b + view.getUint32(at + 4, littleEndian) + a) >>> 0;
  }
  return [a, b];
}
