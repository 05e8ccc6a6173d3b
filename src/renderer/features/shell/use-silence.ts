import { useEffect, useState } from 'react';
import { useConnection, useStudio } from '../../state/studio-context.ts';

/** How often an open line is tried, and how long an answer may take before it is said that none comes. */
const askEveryMs = 5_000;
const patienceMs = 8_000;

/**
 * Since when the studio has not answered on a line that is open: it hangs, or is held. The line stays as it is, so
 * that whatever was asked is answered in the end. null while it answers.
 */
export function useSilence(): number | null {
  const { client } = useStudio();
  const isOpen = useConnection().is === 'open';
  const [sinceMs, setSinceMs] = useState<number | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const askedMs = Date.now();
      timer = setTimeout(() => setSinceMs(askedMs), patienceMs);
      // A fault is an answer as well; a line that was lost is said by the connection itself.
      await client.studio.about().catch(() => undefined);
      clearTimeout(timer);
      if (stopped) return;
      setSinceMs(null);
      timer = setTimeout(() => void ask(), askEveryMs);
    };
    timer = setTimeout(() => void ask(), askEveryMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
      setSinceMs(null);
    };
  }, [client, isOpen]);
  return sinceMs;
}
