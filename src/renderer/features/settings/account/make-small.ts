const edgePx = 512;

/**
 * The middle of a picture as a square JPEG, as it is shown everywhere. Drawn anew: what a camera wrote beside the picture,
 * such as the place, does not leave this computer. Throws `unreadable` where the file is no picture.
 */
export async function makeSmall(
  file: File,
  unreadable: string,
): Promise<{ readonly type: 'image/jpeg'; readonly base64: string }> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error(unreadable);
  });
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(Math.min(side, edgePx), Math.min(side, edgePx));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error(unreadable);
  // JPEG knows no transparency: what was see-through becomes white, not black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  context.drawImage(bitmap, x, y, side, side, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { type: 'image/jpeg', base64: btoa([...bytes].map((b) => String.fromCharCode(b)).join('')) };
}
