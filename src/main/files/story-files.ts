/** Files that the system may open with the studio: stories. */
export const storyExtensions = ['fountain', 'fdx', 'docx', 'epub', 'pdf', 'md', 'markdown', 'txt'] as const;

export function isStoryFile(path: string): boolean {
  return storyExtensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));
}
