/** Formats that writers keep stories in and that are not read here, by their first bytes. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a rich text (RTF) document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a packed document (such as of Pages, Fade In or Highland)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word document'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x52, 0x49, 0x46, 0x46], 'a media file'],
  [[0x49, 0x44, 0x33], 'a sound file'],
  [[0x4f, 0x67, 0x67, 0x53], 'a media file'],
  [[0x1a, 0x45, 0xdf, 0xa3], 'a video'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a, 0x90], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'a database'],
];

/** Whether the bytes begin like a PDF or a zip archive, which Word documents and EPUBs are. */
export function isPackedDocument(bytes: Uint8Array): boolean {
  return [signatures[0], signatures[2]].some((entry) => entry?.[0].every((byte, at) => bytes[at] === byte));
}

/** What the bytes are ("a PDF") when they begin like a well-known format that holds no plain text, else null. */
export function foreignFormat(bytes: Uint8Array): string | null {
  for (const [signature, name] of signatures) {
    if (signature.every((byte, at) => bytes[at] === byte)) return name;
  }
  const isMp4 = bytes[4] === 0x66 && bytes[5] === 0x74 && bytes[6] === 0x79 && bytes[7] === 0x70;
  return isMp4 && bytes[0] === 0 ? 'a video' : null;
}
