import { AwayFilesDialog } from './away-files-dialog.tsx';
import { useMedia } from './use-media.ts';

/** The dialog of files that are not here, as they stand now. */
export function AwayFiles({ onClose }: { readonly onClose: () => void }) {
  const media = useMedia();
  return media === null ? null : <AwayFilesDialog media={media} onClose={onClose} />;
}
