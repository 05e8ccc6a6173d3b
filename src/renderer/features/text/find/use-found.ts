import { useMemo } from 'react';
import { useScript, useWriteView } from '../page/write-desk.ts';
import { findWords, type Hit } from './find-words.ts';

export interface Found {
  readonly hits: readonly Hit[];
  /** The one that is looked at. */
  readonly at: number;
}

/** What the open search finds in the script now. */
export function useFound(): Found {
  const find = useWriteView((view) => view.find);
  const script = useScript();
  const hits = useMemo(
    () => (find.open ? findWords(script, find.words) : []),
    [find.open, find.words, script],
  );
  return useMemo(() => ({ hits, at: hits.length === 0 ? 0 : find.at % hits.length }), [hits, find.at]);
}
