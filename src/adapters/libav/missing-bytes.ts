import { open } from 'node:fs/promises';

/**
 * Bytes that an MP4 or MOV promises beyond the end of the file: its boxes (ISO 14496-12, 4.2) say how long they are,
 * so a download that broke off is known by the last of them. 0 for a whole file.
 */
export async function missingBytes(path: string): Promise<number> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const header = Buffer.alloc(16);
  for (let at = 0; at + 8 <= size; ) {
    const { bytesRead } = await file.read(header, 0, 16, at);
    const short = header.readUInt32BE(0);
    // 0: to the end of the file; 1: the length follows in 64 bits.
    if (short === 0) return 0;
    if (short === 1 && bytesRead < 16) return 16 - bytesRead;
    const length = short === 1 ? Number(header.readBigUInt64BE(8)) : short;
    if (length < 8) return 0; // Not a box: padding or something foreign, which the demuxer judges.
    if (at + length > size) return at + length - size;
    at += length;
  }
  return 0;
}
