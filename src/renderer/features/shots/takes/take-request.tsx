import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Take } from '../../../../domain/assets/take.ts';
import type { Job } from '../../../../domain/jobs/job.ts';
import { isPictureRequest, wordsOfRequest } from '../../../../domain/jobs/request-kinds.ts';
import type { AssetId } from '../../../../domain/kernel/ids.ts';
import { useStatusLine } from '../../../actions/status-line.ts';
import { posterAddress } from '../../../client/media-addresses.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useFormats, useInterpret, useWords } from '../../../words/use-words.ts';
import { lengthOf } from './compare-requests.ts';
import { useMakerName } from './take-name.ts';

/** What a take was asked with, as it was frozen, what it cost and why, and its number at the provider. */
export function TakeRequest({ take, job }: { readonly take: Take; readonly job: Job | null }) {
  const words = useWords('takes').detail;
  const { free } = useWords('generating');
  const formats = useFormats();
  const interpret = useInterpret();
  const status = useStatusLine();
  const makerOf = useMakerName();
  const request = job?.request ?? null;
  const picture = request !== null && isPictureRequest(request) ? request : null;
  const length = request === null ? null : lengthOf(request);
  const said = request === null ? '' : wordsOfRequest(request);
  const requestId = job?.handle?.requestId ?? null;
  const when = (ms: number): string => `${formats.date(ms)}, ${formats.time(ms)}`;
  const priceDate =
    job === null || take.costUsdMicros === 0
      ? null
      : job.pricedAtMs === null
        ? words.priceTable
        : words.pricedAt(when(job.pricedAtMs));
  const paid = take.costUsdMicros === 0 ? free : formats.exactMoney(take.costUsdMicros);
  const basis = job?.priceBasis ?? null;
  const price = basis === null || take.costUsdMicros === 0 ? paid : words.priceOf(paid, interpret(basis));
  return (
    <div className="flex flex-col gap-3">
      <dl className="selectable grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <Fact name={words.by}>{makerOf(take)}</Fact>
        <Fact name={words.made}>{when(take.createdAtMs)}</Fact>
        <Fact name={words.price}>
          <span className="tabular-nums">{price}</span>
          {priceDate === null ? null : <span className="block text-xs text-faint">{priceDate}</span>}
        </Fact>
        {take.jobId === null ? null : (
          <Fact name={words.seed}>
            <span className="font-mono">{take.seed}</span>
          </Fact>
        )}
        {picture === null ? null : (
          <Fact name={words.size}>{words.sizeOf(picture.widthPx, picture.heightPx)}</Fact>
        )}
        {length === null || length === 0 ? null : <Fact name={words.length}>{formats.duration(length)}</Fact>}
        {request !== null && 'factor' in request ? (
          <Fact name={words.source}>{words.factor(request.factor)}</Fact>
        ) : null}
        {requestId === null ? null : (
          <Fact name={words.requestId}>
            <span className="flex items-center gap-1">
              <span className="min-w-0 truncate font-mono" title={requestId}>
                {requestId}
              </span>
              <IconButton
                icon={Copy}
                size="tiny"
                label={words.copyRequestId}
                onClick={() =>
                  void navigator.clipboard.writeText(requestId).then(() => status.say(words.copied))
                }
              />
            </span>
          </Fact>
        )}
      </dl>
      {take.jobId === null ? <p className="text-sm text-muted">{words.own}</p> : null}
      {take.jobId !== null && job === null ? <p className="text-sm text-muted">{words.notKept}</p> : null}
      {said === '' ? null : <Said name={words.prompt} text={said} />}
      {picture?.negativePrompt ? <Said name={words.negative} text={picture.negativePrompt} /> : null}
      {picture === null ? null : <Pictures picture={picture} />}
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Said({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm text-muted">{name}</h3>
      <p className="selectable max-h-40 overflow-y-auto rounded-inner bg-panel p-2 text-sm break-words whitespace-pre-wrap">
        {text}
      </p>
    </div>
  );
}

/** The pictures that the model was given, each with what it was for. */
function Pictures({
  picture,
}: {
  readonly picture: {
    readonly startFrameAssetId: AssetId | null;
    readonly endFrameAssetId?: AssetId | undefined;
    readonly referenceAssetIds?: readonly AssetId[] | undefined;
  };
}) {
  const words = useWords('takes').detail;
  const { startFrameAssetId, endFrameAssetId, referenceAssetIds = [] } = picture;
  const given = [
    ...(startFrameAssetId === null ? [] : [{ id: startFrameAssetId, name: words.startFrame }]),
    ...(endFrameAssetId === undefined ? [] : [{ id: endFrameAssetId, name: words.endFrame }]),
    ...referenceAssetIds.map((id, place) => ({ id, name: words.reference(place + 1) })),
  ];
  if (given.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm text-muted">{words.references}</h3>
      <ul className="flex flex-wrap gap-2">
        {given.map(({ id, name }) => (
          <li key={`${name} ${id}`} className="w-24 text-xs text-faint">
            <img
              src={posterAddress(id, 120)}
              alt={name}
              className="aspect-video w-full rounded-inner bg-black object-contain"
            />
            <span aria-hidden>{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
