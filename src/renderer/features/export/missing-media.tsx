import { Cloud, CloudDownload, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { AbsentFile } from '../../../contract/assets.ts';
import type { ExportOutline } from '../../../contract/exports.ts';
import type { ShotId, TakeId } from '../../../domain/kernel/ids.ts';
import { useCommandButton } from '../../actions/use-command-button.ts';
import { useFetchFiles } from '../../actions/use-fetch-files.ts';
import { useProject } from '../../state/project-context.ts';
import type { ProjectMirror } from '../../state/project-mirror.ts';
import { isLostFile } from '../../state/shot-facts.ts';
import { useStudio } from '../../state/studio-context.ts';
import { useShotIndex } from '../../state/use-shots.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePlaceWords } from '../../words/place-words.ts';
import { useFormats, useWords } from '../../words/use-words.ts';

const named = 5;

/** What keeps the film from being written, or makes less of it than it could be, with the way to change that. */
export function MissingMedia({ outline }: { readonly outline: ExportOutline }) {
  const words = useWords('export');
  const formats = useFormats();
  const { mirror } = useProject();
  const { missing, segments } = outline;
  const away = useAwayMedia();
  if (missing.length > 0 && away.length === missing.length) return <AwayMedia away={away} />;
  if (missing.length > 0) {
    const names = missing.slice(0, named).map((name) => `“${name}”`);
    if (missing.length > named) names.push(words.missingMore(missing.length - named));
    return (
      <Banner
        tone="bad"
        title={words.missingTitle(missing.length)}
        shotIds={() => shotsShowing(mirror, missing)}
      >
        <span className="selectable break-words text-text">{formats.list(names)}.</span> {words.missingText}
      </Banner>
    );
  }
  if (!segments.some(({ why }) => why === 'no-take')) return null;
  return (
    <Banner tone="note" title={words.noTakesTitle}>
      {words.noTakesText}
    </Banner>
  );
}

/** Media of the film that are not here and not lost either: they are on another device or in the cloud. */
function useAwayMedia(): readonly AbsentFile[] {
  const { mirror } = useProject();
  const revision = useShotIndex((shots) => shots.revision());
  const { shots } = useProject();
  return useMemo(() => {
    void revision;
    const shown = new Set(mirror.rows('item').flatMap((item) => (item.kind === 'clip' ? item.assetId : [])));
    return [...shown].flatMap((id) => {
      const absence = id === null ? null : shots.absence(id);
      return absence === null || isLostFile(absence) ? [] : [absence];
    });
  }, [mirror, shots, revision]);
}

/** A film is never made of proxies or with holes: what is missing is fetched first, or is said where it is. */
function AwayMedia({ away }: { readonly away: readonly AbsentFile[] }) {
  const places = usePlaceWords();
  const formats = useFormats();
  const { mirror } = useProject();
  const words = useWords('export');
  const files = useFetchFiles();
  const kept = away.filter(({ place }) => place === 'cloud');
  const isComing = kept.some(({ isAsked }) => isAsked);
  const names = away.slice(0, named).map(({ assetId }) => `“${mirror.row('asset', assetId)?.name ?? ''}”`);
  if (away.length > named) names.push(words.missingMore(away.length - named));
  const bytes = formats.bytes(kept.reduce((sum, file) => sum + file.bytes, 0));
  return (
    <div
      role="alert"
      className="flex items-start gap-3 rounded-outer border border-line bg-raised px-3 py-2.5"
    >
      <Icon of={Cloud} className="mt-0.5 text-accent-text" />
      <div className="min-w-0 flex-1">
        <p className="text-base font-medium text-text">{places.notFetched(away.length)}</p>
        <p className="text-sm text-muted">
          <span className="selectable break-words text-text">{formats.list(names)}.</span>{' '}
          {kept.length > 0 ? places.notFetchedText(kept.length) : places.notSentText(away.length)}
        </p>
      </div>
      {kept.length === 0 ? null : isComing ? (
        <Button size="small" variant="quiet" onClick={() => void files.cancel()}>
          {`${places.coming} ${places.cancel}`}
        </Button>
      ) : (
        <Button
          size="small"
          icon={CloudDownload}
          onClick={() => void files.fetch(kept.map(({ assetId }) => assetId))}
        >
          {places.fetchFirst(kept.length, bytes)}
        </Button>
      )}
    </div>
  );
}

/** The shots whose chosen takes are these media, so that one command makes them again. */
function shotsShowing(mirror: ProjectMirror, names: readonly string[]): ReadonlySet<ShotId> {
  const wanted = new Set(names);
  const isNamed = (takeId: TakeId | null): boolean => {
    const take = takeId === null ? null : mirror.row('take', takeId);
    const asset = take === null ? null : mirror.row('asset', take.assetId);
    return asset !== null && wanted.has(asset.name);
  };
  const shots = mirror
    .rows('shot')
    .filter((shot) => isNamed(shot.chosenClipId) || isNamed(shot.chosenStillId));
  return new Set(shots.map(({ id }) => id));
}

function Banner({
  tone,
  title,
  shotIds,
  children,
}: {
  readonly tone: 'bad' | 'note';
  readonly title: string;
  /** Selected on the way to the Board, where there are any. */
  readonly shotIds?: () => ReadonlySet<ShotId>;
  readonly children: React.ReactNode;
}) {
  const words = useWords('export');
  const { navigate } = useStudio();
  const { projectId, view } = useProject();
  const examine = useCommandButton('app.examine');
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'note'}
      className="flex items-start gap-3 rounded-outer border border-line bg-raised px-3 py-2.5"
    >
      <Icon of={TriangleAlert} className={tone === 'bad' ? 'mt-0.5 text-bad' : 'mt-0.5 text-accent-text'} />
      <div className="min-w-0 flex-1">
        <p className="text-base font-medium text-text">{title}</p>
        <p className="text-sm text-muted">{children}</p>
      </div>
      {tone === 'bad' ? (
        <Button size="small" variant="quiet" onClick={examine.onClick}>
          {examine.label}
        </Button>
      ) : null}
      <Button
        size="small"
        onClick={() => {
          if (shotIds !== undefined) view.setState({ shotIds: shotIds() });
          navigate({ at: 'project', projectId, page: 'board' });
        }}
      >
        {words.toBoard}
      </Button>
    </div>
  );
}
