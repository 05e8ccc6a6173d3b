import { useFetchFiles } from '../../../actions/use-fetch-files.ts';
import { usePutBack } from '../../../actions/use-put-back.ts';
import { isLostFile, type ShotFacts } from '../../../state/shot-facts.ts';
import { FilePlace } from '../../../ui/file-place.tsx';

/** That the file of a chosen take is on another device or in the cloud, with what brings it here. */
export function AwayNotice({ facts }: { readonly facts: ShotFacts }) {
  const files = useFetchFiles();
  const putBack = usePutBack();
  const away = [facts.absence.clip, facts.absence.still].find(
    (absence) => absence !== null && !isLostFile(absence),
  );
  if (away == null) return null;
  return (
    <FilePlace
      absence={away}
      onFetch={() => void files.fetch([away.assetId])}
      onCancel={() => void files.cancel()}
      onChoose={() => putBack(away.assetId)}
    />
  );
}
