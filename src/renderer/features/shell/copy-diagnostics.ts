/** Puts diagnostics on the clipboard, or saves them as a file where the clipboard is out of reach. */
export async function copyDiagnostics({
  fileName,
  text,
}: {
  readonly fileName: string;
  readonly text: string;
}): Promise<{ readonly how: 'copied' | 'saved'; readonly fileName: string }> {
  try {
    await navigator.clipboard.writeText(text);
    return { how: 'copied', fileName };
  } catch {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(address);
    return { how: 'saved', fileName };
  }
}
