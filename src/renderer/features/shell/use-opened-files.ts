import { useEffect } from 'react';
import { useStudio } from '../../state/studio-context.ts';

/** A story that the system opens with the studio is taken to the library, which asks what shall become of it. */
export function useOpenedFiles(): void {
  const { host, openedFiles, navigate } = useStudio();
  useEffect(
    () =>
      host.bridge?.onOpenFile((path) => {
        openedFiles.setState((before) => [...before, path], true);
        navigate({ at: 'library' });
      }),
    [host, openedFiles, navigate],
  );
}
