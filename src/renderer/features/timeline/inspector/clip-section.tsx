import { Link2, Unlink2 } from 'lucide-react';
import type { TakeId } from '../../../../domain/kernel/ids.ts';
import type { ClipItem } from '../../../../domain/timeline/records.ts';
import { useEdit } from '../../../actions/use-edit.ts';
import { useFetchFiles } from '../../../actions/use-fetch-files.ts';
import { usePutBack } from '../../../actions/use-put-back.ts';
import { useProject, useRow } from '../../../state/project-context.ts';
import type { ShotFacts } from '../../../state/shot-facts.ts';
import { useStudio } from '../../../state/studio-context.ts';
import { useShotFacts, useShotIndex } from '../../../state/use-shots.ts';
import { Button } from '../../../ui/button.tsx';
import { FilePlace } from '../../../ui/file-place.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { StateDot } from '../../../ui/state-dot.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useCut } from '../cut-context.ts';
import { Heading } from './heading.tsx';
import { HeardSection } from './heard-section.tsx';
import { Section } from './section.tsx';
import { ShotWork } from './shot-work.tsx';
import { SliderRow } from './slider-row.tsx';
import { useTimelineEdit } from './use-timeline-edit.ts';

/** A clip: what it shows, how it looks, how it sounds. */
export function ClipSection({ clip }: { readonly clip: ClipItem }) {
  const words = useWords('timeline');
  const shotWords = useWords('shots');
  const edit = useTimelineEdit();
  const { media } = useCut();
  const asset = useRow('asset', clip.assetId);
  const facts = useShotFacts(clip.shotId);
  const files = useFetchFiles();
  const putBack = usePutBack();
  const away = useShotIndex((shots) => (clip.assetId === null ? null : shots.absence(clip.assetId)));
  const itemId = clip.id;
  const hasPicture = asset === null || asset.kind !== 'audio';
  const hasSound = asset !== null && asset.facts?.audio !== null;
  const title =
    facts === null ? (asset?.name ?? words.noMedium) : `${facts.number} · ${shotWords.size[facts.shot.size]}`;
  return (
    <>
      <Heading title={title} more={facts?.shot.description} />
      <Section title={words.medium}>
        {away !== null ? (
          <FilePlace
            absence={away}
            onFetch={() => void files.fetch([away.assetId])}
            onCancel={() => void files.cancel()}
            onChoose={() => putBack(away.assetId)}
          />
        ) : clip.assetId !== null && media.isOffline(clip.assetId) ? (
          <StateDot state="offline" label={words.offline} withWords wraps />
        ) : null}
        {facts === null || facts.job === null ? null : <ShotWork facts={facts} />}
        {facts?.outdated === true ? <StateDot state="stale" label={words.outdated} withWords wraps /> : null}
        {facts === null ? (
          <p className="text-sm text-muted">{words.notLinked}</p>
        ) : (
          <>
            <TakeChoice facts={facts} />
            <Button
              size="small"
              icon={Unlink2}
              onClick={() =>
                void edit((timeline, projectId) => timeline.linkToShot({ projectId, itemId, shotId: null }))
              }
            >
              {words.unlink}
            </Button>
          </>
        )}
        {facts === null ? <LinkChoice clip={clip} /> : null}
      </Section>
      {hasPicture ? (
        <Section title={words.picture}>
          <SliderRow
            label={words.opacity}
            value={Math.round(clip.opacity * 100)}
            min={0}
            max={100}
            step={1}
            unit="%"
            onCommit={(value) =>
              edit((timeline, projectId) => timeline.setPicture({ projectId, itemId, opacity: value / 100 }))
            }
          />
          <div className="flex items-center gap-2">
            <span className="w-18 text-sm text-muted">{words.fit}</span>
            <Segmented
              label={words.fit}
              value={clip.fit}
              options={[
                { value: 'fill', label: words.fitKind.fill },
                { value: 'fit', label: words.fitKind.fit },
              ]}
              onChange={(fit) =>
                void edit((timeline, projectId) => timeline.setPicture({ projectId, itemId, fit }))
              }
            />
          </div>
        </Section>
      ) : null}
      {hasSound ? <HeardSection clip={clip} /> : null}
    </>
  );
}

/** Every clip that follows the shot shows the take that is chosen. */
function TakeChoice({ facts }: { readonly facts: ShotFacts }) {
  const words = useWords('timeline');
  const { client } = useStudio();
  const { projectId } = useProject();
  const edit = useEdit();
  const clips = facts.takes.filter(({ kind }) => kind === 'clip');
  const takes = clips.length > 0 ? clips : facts.takes;
  const kind = clips.length > 0 ? 'clip' : 'still';
  const chosen = kind === 'clip' ? facts.clip : facts.still;
  if (takes.length === 0) return <p className="text-sm text-muted">{words.noTake}</p>;
  const choose = (takeId: TakeId): void =>
    void edit(() => client.shots.chooseTake({ projectId, shotId: facts.shot.id, kind, takeId }));
  return (
    <Select
      label={words.take}
      labelAt="beside"
      value={chosen?.id ?? null}
      options={takes.map((take, place) => ({
        value: take.id,
        label: words.takeOf(words.takeKind[take.kind], takes.length - place),
      }))}
      onChange={choose}
    />
  );
}

/** Lets a clip follow the shot that is selected on the other pages. */
function LinkChoice({ clip }: { readonly clip: ClipItem }) {
  const words = useWords('timeline');
  const edit = useTimelineEdit();
  const { view } = useProject();
  const [shotId] = [...view.getState().shotIds];
  const facts = useShotFacts(shotId ?? null);
  if (facts === null) return null;
  return (
    <Button
      size="small"
      icon={Link2}
      onClick={() =>
        void edit((timeline, projectId) =>
          timeline.linkToShot({ projectId, itemId: clip.id, shotId: facts.shot.id }),
        )
      }
    >
      {words.linkTo(facts.number)}
    </Button>
  );
}
