import { Check, RefreshCw } from 'lucide-react';
import { useMemo } from 'react';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useBoardStore } from '../board/board-store.ts';
import { GenerateButton, usePrice } from '../generating/generate-button.tsx';
import { ProviderFields } from '../generating/provider-fields.tsx';
import { useEstimate } from '../generating/use-estimate.ts';
import { useGeneration } from '../generating/use-generation.ts';
import { InspectorSection } from './inspector-section.tsx';
import { JobNotice } from './job-notice.tsx';
import { LostNotice } from './lost-notice.tsx';
import { OutdatedNotice } from './outdated-notice.tsx';
import { RemarkNotice } from './remark-notice.tsx';
import { SeedLine } from './seed-line.tsx';

/** Who makes the takes of the selected shots, what that costs, and the ways to begin. */
export function GenerationSection({ selected }: { readonly selected: readonly ShotFacts[] }) {
  const words = useWords('shots');
  const generating = useWords('generating');
  const board = useBoardStore();
  const { start, isReady, isFree } = useGeneration();
  const ids = selected.map(({ shot }) => shot.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ids are the same list
  const shotIds = useMemo(() => selected.map(({ shot }) => shot.id), [ids]);
  const again = useEstimate(shotIds, { again: true });
  const price = usePrice(again);
  const one = selected.length === 1 ? selected[0] : undefined;
  const hasTakes = selected.some(({ takes }) => takes.length > 0);
  // Another clip of a still that nobody approved is not paid for: the way to it is the review.
  const needsApproval = !isFree && again !== null && again.stills + again.clips + (again.unpriced ?? 0) === 0;
  return (
    <InspectorSection title={words.section.generation}>
      {one === undefined ? null : <RemarkNotice shot={one.shot} />}
      {one === undefined ? null : <JobNotice facts={one} />}
      {one === undefined ? null : <LostNotice facts={one} />}
      {one === undefined ? null : <OutdatedNotice facts={one} />}
      <ProviderFields />
      {one === undefined ? null : <SeedLine facts={one} />}
      <div className="flex flex-wrap items-center gap-2">
        <GenerateButton shotIds={shotIds} size="small" variant="plain" />
        {hasTakes && needsApproval ? (
          <Button size="small" icon={Check} onClick={() => board.setState({ dialog: { is: 'review' } })}>
            {generating.anotherClipNeedsApproval}
          </Button>
        ) : hasTakes ? (
          <Button
            size="small"
            icon={RefreshCw}
            disabled={!isReady || again === null}
            onClick={() => start(shotIds, true, again?.costUsdMicros ?? null)}
          >
            {generating.anotherTake(price)}
          </Button>
        ) : null}
      </div>
    </InspectorSection>
  );
}
