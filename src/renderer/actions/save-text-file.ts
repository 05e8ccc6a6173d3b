/** Gives a text to the person as a file: the desktop app asks where to put it, a browser puts it where its downloads go. */
export function saveTextFile({
  fileName,
  text,
  type = 'text/plain',
}: {
  readonly fileName: string;
  readonly text: string;
  readonly type?: string;
}): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
