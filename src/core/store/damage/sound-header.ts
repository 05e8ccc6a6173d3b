import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const pageBytes = 4_096;

/**
 * Writes the first bytes of a database anew, as they are in every database of ours (pages of 4,096 bytes, UTF-8; see
 * https://www.sqlite.org/fileformat2.html#the_database_header), so that the pages behind them can be read. For copies only.
 */
export function withSoundHeader(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const header = Buffer.alloc(100);
    readSync(file, header, 0, header.length, 0);
    header.write('SQLite format 3\0', 0, 'latin1');
    header.writeUInt16BE(pageBytes, 16);
    // Written and read by way of a log, no bytes reserved, and the three fixed fractions.
    header.set([2, 2, 0, 64, 32, 32], 18);
    header.writeUInt32BE(1, 24);
    header.writeUInt32BE(Math.floor(fstatSync(file).size / pageBytes), 28);
    // No free pages, as far as reading goes.
    header.fill(0, 32, 40);
    header.writeUInt32BE(4, 44);
    header.fill(0, 48, 56);
    header.writeUInt32BE(1, 56);
    header.fill(0, 64, 68);
    header.fill(0, 72, 92);
    // The page count above holds for the change counter above.
    header.writeUInt32BE(1, 92);
    writeSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
}
