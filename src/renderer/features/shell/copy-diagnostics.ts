import { saveTextFile } from '../../actions/save-text-file.ts';

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
    saveTextFile({ fileName, text });
    return { how: 'saved', fileName };
  }
}
