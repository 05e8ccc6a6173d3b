import { useEffect, useRef } from 'react';
import { formatTimecode } from '../../../../domain/kernel/time.ts';
import { useProject } from '../../../state/project-context.ts';
import { useCut } from '../cut-context.ts';

/** The time of the playhead; written without React, since it changes with every frame that is played. */
export function TimecodeNow() {
  const { view } = useProject();
  const { live } = useCut();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = (): void => {
      if (place.current !== null) {
        place.current.textContent = formatTimecode(view.getState().playheadFlicks, live.index().rate);
      }
    };
    write();
    return view.subscribe((now, before) => {
      if (now.playheadFlicks !== before.playheadFlicks) write();
    });
  }, [view, live]);
  return <span ref={place} className="font-mono text-sm text-accent-text" />;
}
