import { randomFillSync } from 'node:crypto';
import type { Clock } from '../../core/ports/clock.ts';
import type { IdSource } from '../../core/ports/id-source.ts';

/**
 * UUIDs of version 7 (RFC 9562, section 5.7): milliseconds, then random bits. Within one millisecond the 12 bits of
 * `rand_a` count up (section 6.2, method 1), so that the ids of one process sort as they were made.
 */
export function createUuidV7Ids(clock: Clock): IdSource {
  let lastMs = 0;
  let counter = 0;
  return {
    newId() {
      const bytes = randomFillSync(new Uint8Array(16));
      const nowMs = clock.nowMs();
      if (nowMs > lastMs) {
        lastMs = nowMs;
        // Starts in the lower half, so that there is room to count.
        counter = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff;
      } else if (counter < 0xfff) {
        counter += 1;
      } else {
        lastMs += 1;
        counter = 0;
      }
      const view = new DataView(bytes.buffer);
      view.setUint16(0, Math.floor(lastMs / 2 ** 32));
      view.setUint32(2, lastMs % 2 ** 32);
      view.setUint16(6, 0x7000 | counter);
      view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
      const hex = Buffer.from(bytes).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
