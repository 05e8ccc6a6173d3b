import { MousePointerClick } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { useCommands } from '../../../actions/use-commands.ts';
import { useProjectView } from '../../../state/project-context.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { useCut, useCutView } from '../cut-context.ts';
import { selectionOf } from '../editing/selection.ts';
import { ClipSection } from './clip-section.tsx';
import { Heading } from './heading.tsx';
import { HeardSection } from './heard-section.tsx';
import { SceneSoundSection } from './scene-sound-section.tsx';
import { SeveralSection } from './several-section.tsx';
import { SpeechSection } from './speech-section.tsx';
import { TimeSection } from './time-section.tsx';
import { TransitionSection } from './transition-section.tsx';
import { CaptionSection, TitleSection } from './words-section.tsx';

/** What is known of what is selected, and can be set. */
export function Inspector() {
  const { live } = useCut();
  const words = useWords('timeline');
  const itemIds = useProjectView((state) => state.itemIds);
  const transitionId = useCutView((state) => state.transitionId);
  const panel = useRef<HTMLElement>(null);
  useSyncExternalStore(live.settled.subscribe, live.settled.revision);
  useCommands({
    'timeline.inspect': {
      run: () =>
        panel.current
          ?.querySelector<HTMLElement>('input, textarea, select, button, [role="slider"]')
          ?.focus(),
    },
  });
  const index = live.index();
  const transition = transitionId === null ? undefined : index.transitions.get(transitionId);
  const selection = selectionOf(index, itemIds);
  const { only } = selection;
  return (
    <section
      ref={panel}
      aria-label={words.inspector}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-panel"
    >
      {transition !== undefined ? (
        <TransitionSection transition={transition} index={index} />
      ) : only !== null ? (
        <>
          {only.item.kind === 'clip' ? <AnyClip key={only.item.id} clip={only.item} /> : null}
          {only.item.kind === 'title' ? <TitleSection key={only.item.id} title={only.item} /> : null}
          {only.item.kind === 'caption' ? <CaptionSection key={only.item.id} caption={only.item} /> : null}
          {only.item.kind === 'gap' ? <Heading title={words.kind.gap} /> : null}
          <TimeSection key={`time ${only.item.id}`} placed={only} index={index} />
        </>
      ) : selection.placed.length > 1 ? (
        <SeveralSection selection={selection} />
      ) : (
        <Nothing />
      )}
    </section>
  );
}

/** A clip of the pictures, or of a sound of the story. */
function AnyClip({ clip }: { readonly clip: ClipItem }) {
  const { soundOf } = clip;
  if (soundOf === null) return <ClipSection clip={clip} />;
  return (
    <>
      {soundOf.what === 'speech' ? (
        <SpeechSection shotId={soundOf.shotId} />
      ) : (
        <SceneSoundSection sound={soundOf} />
      )}
      <HeardSection clip={clip} />
    </>
  );
}

function Nothing() {
  const words = useWords('timeline');
  const formats = useFormats();
  const { live } = useCut();
  const index = live.index();
  return (
    <>
      <EmptyState
        look="inline"
        icon={MousePointerClick}
        title={words.nothingSelected}
        text={words.nothingSelectedText}
      />
      <p className="px-4 text-sm text-faint">
        {words.filmFacts(index.main.size, formats.duration(index.main.durationFlicks))}
      </p>
    </>
  );
}
