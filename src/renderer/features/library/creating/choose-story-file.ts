import type { Host } from '../../../client/host.ts';
import { type StorySource, storyEndings } from '../../../client/story-source.ts';

/** Asks for a story file, by the system's dialog or the browser's; null when the person thought better of it. */
export async function chooseStoryFile(
  host: Host,
  words: { readonly title: string; readonly files: string },
): Promise<StorySource | null> {
  if (host.bridge !== null) {
    const filters = [{ name: words.files, extensions: [...storyEndings] }];
    const [path] = await host.bridge.openFiles({ title: words.title, filters, many: false });
    return path === undefined ? null : { from: 'path', path };
  }
  const [file] = await chooseInBrowser();
  return file === undefined ? null : { from: 'file', file };
}

function chooseInBrowser(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = [...storyEndings.map((ending) => `.${ending}`), 'text/*'].join(',');
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
