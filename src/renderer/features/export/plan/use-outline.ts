import { useEffect, useState } from 'react';
import type { ExportDestination, ExportOutline } from '../../../../contract/exports.ts';
import { faultOfCall } from '../../../../contract/fault-of-call.ts';
import type { CaptionMode } from '../../../../domain/export/export-record.ts';
import type { Fault } from '../../../../domain/kernel/result.ts';
import { useProject, useRows } from '../../../state/project-context.ts';
import { useConnection, useStudio } from '../../../state/studio-context.ts';

export type OutlineState =
  | { readonly is: 'loading' }
  | { readonly is: 'empty' }
  | { readonly is: 'fault'; readonly fault: Fault }
  /** `settling`: something changed since, and the new one is on its way. */
  | { readonly is: 'ready'; readonly outline: ExportOutline; readonly settling: boolean };

export interface ExportWish {
  readonly preset: string;
  readonly captions: CaptionMode;
  readonly destination: ExportDestination;
}

/** While somebody edits, the last outline stands until they pause. */
const pauseMs = 250;

/** What an export would do now; looked up again when the timeline, its media or the wish change. */
export function useOutline({ preset, captions, destination }: ExportWish): {
  readonly state: OutlineState;
  readonly again: () => void;
} {
  const { client } = useStudio();
  const { projectId } = useProject();
  const connection = useConnection();
  const [state, setState] = useState<OutlineState>({ is: 'loading' });
  const [tries, setTries] = useState(0);
  // The same arrays until one of their rows changes: what the outline is made of.
  const tracks = useRows('track');
  const items = useRows('item');
  const transitions = useRows('transition');
  const assets = useRows('asset');
  const films = useRows('export');
  const wish = JSON.stringify({ projectId, preset, captions, destination });
  const isOpen = connection.is === 'open';

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what the studio answers from
  useEffect(() => {
    if (!isOpen) return;
    let wanted = true;
    setState((before) => (before.is === 'ready' ? { ...before, settling: true } : before));
    const timer = setTimeout(() => {
      client.exports.outline(JSON.parse(wish)).then(
        (outline) => {
          if (wanted) setState({ is: 'ready', outline, settling: false });
        },
        (error: unknown) => {
          const fault = faultOfCall(error);
          if (!wanted || fault.code === 'connection.lost') return;
          setState(fault.code === 'export.empty-timeline' ? { is: 'empty' } : { is: 'fault', fault });
        },
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, wish, isOpen, tries, tracks, items, transitions, assets, films]);

  return { state, again: () => setTries((n) => n + 1) };
}
