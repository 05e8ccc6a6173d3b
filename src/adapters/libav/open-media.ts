import { open } from 'node:fs/promises';
import { AV_DISPOSITION_ATTACHED_PIC, AVMEDIA_TYPE_AUDIO, AVMEDIA_TYPE_VIDEO } from 'node-av/constants';
import { Dictionary, FormatContext, InputFormat, type Stream } from 'node-av/lib';
import { type Fault, FaultError } from '../../domain/kernel/result.ts';
import { checkRead, damagedMedia, unsupportedMedia } from './media-fault.ts';
import { quietLibav } from './quiet-libav.ts';
import { type SniffedMedia, sniffBytes, sniffMedia } from './sniff-media.ts';
import { ticksToFlicks } from './stream-time.ts';

/** A file opened for reading. Every reader opens its own, so that each has a position of its own. */
export interface OpenMedia {
  readonly path: string;
  readonly sniffed: SniffedMedia;
  readonly format: FormatContext;
  /** The first real picture stream (cover art does not count) and the first sound stream. */
  readonly video: Stream | null;
  readonly audio: Stream | null;
  /**
   * Time stamp of the file from which times of the medium count: that of the first picture, or of the first sound
   * where there is none. (Sound may begin a little earlier with what its codec needs to get going.)
   */
  readonly originFlicks: number;
  close(): Promise<void>;
}

const probeBytes = 8_000_000;
const analyseMicroseconds = 5_000_000;

/** Opens a medium with the demuxer its first bytes ask for, and with the file protocol only. Throws FaultError. */
export async function openMedia(path: string): Promise<OpenMedia> {
  quietLibav();
  const sniffed = await sniffFile(path);
  const format = new FormatContext();
  format.allocContext();
  using options = Dictionary.fromObject({
    protocol_whitelist: 'file',
    format_whitelist: sniffed.demuxer,
    probesize: probeBytes,
    analyzeduration: analyseMicroseconds,
  });
  const opened = await format.openInput(
    `file:${path}`,
    InputFormat.findInputFormat(sniffed.demuxer),
    options,
  );
  checkRead(opened, path, 'opening it');
  try {
    checkRead(await format.findStreamInfo(), path, 'reading its streams');
    const video = format.streams.find(isPicture) ?? null;
    const audio = format.streams.find(isSound) ?? null;
    if (video === null && audio === null)
      throw new FaultError(damagedMedia(path, 'it holds neither pictures nor sound'));
    return {
      path,
      sniffed,
      format,
      video,
      audio,
      originFlicks: startOf(video) ?? startOf(audio) ?? 0,
      close: () => format.closeInput(),
    };
  } catch (thrown) {
    await format.closeInput();
    throw thrown;
  }
}

async function sniffFile(path: string): Promise<SniffedMedia> {
  const head = await readHead(path);
  if (head.length === 0) throw new FaultError(damagedMedia(path, 'it is empty'));
  const sniffed = sniffMedia(head);
  if (sniffed === null) throw new FaultError(unsupportedMedia(path, refusal(head)));
  return sniffed;
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path, 'r');
    if (!(await file.stat()).isFile()) throw new FaultError(unsupportedMedia(path, 'it is not a file'));
    const { bytesRead, buffer } = await file.read(new Uint8Array(sniffBytes), 0, sniffBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch (thrown) {
    if (thrown instanceof FaultError) throw thrown;
    throw new FaultError(missingFile(path, thrown));
  }
}

function missingFile(path: string, thrown: unknown): Fault {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `${path} cannot be read (${words}). Nothing was changed; check that the file exists and may be read.`;
  return { code: 'media.missing', message, detail: { path } };
}

function refusal(head: Uint8Array): string {
  const text = Buffer.from(head.subarray(0, 64)).toString('latin1').trimStart();
  if (text.startsWith('#EXTM3U') || text.startsWith('ffconcat') || text.startsWith('[playlist]'))
    return 'it is a playlist, which names other files instead of holding media';
  return 'its content is not of a kind that is known here';
}

function isPicture(stream: Stream): boolean {
  return (
    stream.codecpar.codecType === AVMEDIA_TYPE_VIDEO && !stream.hasDisposition(AV_DISPOSITION_ATTACHED_PIC)
  );
}

function isSound(stream: Stream): boolean {
  return stream.codecpar.codecType === AVMEDIA_TYPE_AUDIO;
}

function startOf(stream: Stream | null): number | null {
  return stream === null ? null : ticksToFlicks(stream.startTime, stream.timeBase);
}
