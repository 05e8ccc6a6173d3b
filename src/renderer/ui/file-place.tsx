import { CircleAlert, Cloud, CloudDownload, Hourglass, MonitorSmartphone } from 'lucide-react';
import { usePlaceWords } from '../words/place-words.ts';
import { useFormats } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

/** A file that is not on this computer, as far as it is shown. */
interface AwayFile {
  readonly place: 'cloud' | 'elsewhere' | 'provider' | 'lost';
  /** Where a smaller file is that is looked at in its place. */
  readonly proxy: 'here' | 'cloud' | null;
  readonly bytes: number;
  readonly heldBy: readonly string[];
  readonly untilMs: number | null;
  /** Whether files of its project travel at all. */
  readonly canCome: boolean;
  readonly isAsked: boolean;
}

const icons = {
  cloud: Cloud,
  elsewhere: MonitorSmartphone,
  provider: Hourglass,
  lost: CircleAlert,
} as const satisfies Readonly<Record<AwayFile['place'], unknown>>;

/** Where a file is that is not on this computer, as a small sign with a name. */
export function PlaceMark({ absence }: { readonly absence: Pick<AwayFile, 'place' | 'proxy'> }) {
  const words = usePlaceWords();
  const place = words.mark[absence.place];
  const label = absence.proxy === 'here' ? words.proxyMark(place) : place;
  return (
    <span role="img" aria-label={label} title={label} className="inline-flex text-muted">
      <Icon of={icons[absence.place]} size={12} />
    </span>
  );
}

/** The same in a sentence, with what brings the file here. */
export function FilePlace({
  absence,
  onFetch,
  onCancel,
  onChoose,
}: {
  readonly absence: AwayFile;
  readonly onFetch: () => void;
  readonly onCancel: () => void;
  /** Has the person say where the file is. */
  readonly onChoose: () => void;
}) {
  const words = usePlaceWords();
  const { place, proxy, isAsked } = absence;
  const sentence = useSentence(absence);
  return (
    <div className="flex flex-col gap-2 rounded-inner bg-raised p-2 text-sm">
      <p className="flex items-start gap-2 text-text">
        <Icon of={icons[place]} size={14} className="mt-px shrink-0 text-muted" />
        <span className="min-w-0 flex-1">{sentence}</span>
      </p>
      {place !== 'cloud' && !isAsked ? (
        <Button size="small" className="self-start" onClick={onChoose}>
          {words.choose}
        </Button>
      ) : isAsked ? (
        <div className="flex items-center gap-2">
          <Button size="small" icon={CloudDownload} busy disabled>
            {words.coming}
          </Button>
          <Button size="small" variant="quiet" onClick={onCancel}>
            {words.cancel}
          </Button>
        </div>
      ) : (
        <Button size="small" icon={CloudDownload} className="self-start" onClick={onFetch}>
          {proxy === 'here' ? words.fetchOriginal : words.fetch}
        </Button>
      )}
    </div>
  );
}

function useSentence({ place, proxy, bytes, heldBy, untilMs, canCome }: AwayFile): string {
  const words = usePlaceWords();
  const formats = useFormats();
  switch (place) {
    case 'cloud':
      return proxy === 'here'
        ? words.cloudWithProxy(formats.bytes(bytes))
        : words.cloud(formats.bytes(bytes));
    case 'elsewhere':
      return canCome ? words.elsewhere(heldBy.length) : words.stays;
    case 'provider':
      return words.provider(formats.date(untilMs ?? 0));
    case 'lost':
      return words.lost;
  }
}
