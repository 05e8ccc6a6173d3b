import { useMirrorStatus } from '../../state/project-context.ts';
import { useWords } from '../../words/use-words.ts';
import { DeliverDesk } from './deliver-desk.tsx';
import { DeliverSkeleton } from './deliver-skeleton.tsx';

/** The Deliver page: the timeline becomes a file. */
export function DeliverPage() {
  const words = useWords('export');
  const status = useMirrorStatus();
  return (
    <>
      <h1 className="sr-only">{words.title}</h1>
      {status === 'ready' ? <DeliverDesk /> : <DeliverSkeleton />}
    </>
  );
}
