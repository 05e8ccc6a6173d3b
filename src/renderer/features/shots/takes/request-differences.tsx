import type { GenerationRequest } from '../../../../domain/jobs/generation-request.ts';
import { isPictureRequest, wordsOfRequest } from '../../../../domain/jobs/request-kinds.ts';
import { compareWords } from '../../../state/compare-words.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { differingFields, lengthOf, type RequestField, saysTheSame } from './compare-requests.ts';

/** What two takes were asked for differently: words with what is only in one of them, and each other field. */
export function RequestDifferences({
  left,
  right,
}: {
  readonly left: GenerationRequest;
  readonly right: GenerationRequest;
}) {
  const words = useWords('takes').compare;
  const fields = differingFields(left, right);
  const isSame = saysTheSame(left, right);
  if (isSame && fields.length === 0) return <p className="text-sm text-muted">{words.same}</p>;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-sm font-medium text-muted">{words.difference}</h3>
      {isSame ? null : (
        <>
          <p className="selectable text-sm leading-5">
            {compareWords(wordsOfRequest(left), wordsOfRequest(right)).map((run, place) => {
              // Runs have no identity but their place.
              const key = `${place} ${run.words}`;
              if (run.is === 'same') return <span key={key}>{run.words} </span>;
              if (run.is === 'left') {
                return (
                  <del key={key} className="rounded-inner bg-bad-soft text-text decoration-bad">
                    <span className="sr-only">{words.removed('')}</span>
                    {run.words}{' '}
                  </del>
                );
              }
              return (
                <ins key={key} className="rounded-inner bg-accent-soft text-text decoration-accent">
                  <span className="sr-only">{words.added('')}</span>
                  {run.words}{' '}
                </ins>
              );
            })}
          </p>
          <p className="text-xs text-faint">{words.wordsHint}</p>
        </>
      )}
      {fields.length === 0 ? null : (
        <table className="w-full table-fixed text-sm">
          <thead className="text-left text-xs text-faint">
            <tr>
              <td className="w-40" />
              <th className="font-normal">{words.left}</th>
              <th className="font-normal">{words.right}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field} className="border-t border-line">
                <th className="py-1 text-left font-normal text-muted">{words.fields[field]}</th>
                <td className="selectable truncate py-1 tabular-nums">
                  <FieldValue request={left} field={field} />
                </td>
                <td className="selectable truncate py-1 tabular-nums">
                  <FieldValue request={right} field={field} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FieldValue({
  request,
  field,
}: {
  readonly request: GenerationRequest;
  readonly field: RequestField;
}) {
  const words = useWords('takes');
  const formats = useFormats();
  const picture = isPictureRequest(request) ? request : null;
  const length = lengthOf(request);
  switch (field) {
    case 'provider':
    case 'model':
      return request[field];
    case 'seed':
      return <span className="font-mono">{request.seed}</span>;
    case 'negative':
      return picture?.negativePrompt ?? words.compare.none;
    case 'size':
      return picture === null ? words.compare.none : words.detail.sizeOf(picture.widthPx, picture.heightPx);
    case 'length':
      return length === null ? words.compare.none : formats.duration(length);
    case 'start':
      return picture?.startFrameAssetId?.slice(0, 8) ?? words.compare.none;
    case 'end':
      return picture?.endFrameAssetId?.slice(0, 8) ?? words.compare.none;
    case 'references':
      return formats.number(picture?.referenceAssetIds?.length ?? 0);
  }
}
