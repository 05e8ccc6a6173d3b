import type { StorageUse } from '../../../../contract/studio.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import { partTones } from './part-tones.ts';

const order: readonly StorageUse['parts'][number]['what'][] = [
  'takes-used',
  'imported',
  'sources',
  'database',
  'snapshots',
  'logs',
  'takes-unused',
  'orphans',
  'caches',
];

/** The parts of the data folder side by side. The list below says the same in words. */
export function StorageBar({ parts, freeBytes }: Pick<StorageUse, 'parts' | 'freeBytes'>) {
  const words = useWords('settings');
  const formats = useFormats();
  const used = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytesOf = new Map(parts.map(({ what, bytes }) => [what, bytes]));
  return (
    <div>
      <div
        role="img"
        aria-label={words.bar}
        className="flex h-2.5 gap-px overflow-hidden rounded-full bg-hover"
      >
        {order.map((what) => {
          const bytes = bytesOf.get(what) ?? 0;
          return bytes === 0 || used === 0 ? null : (
            <span
              key={what}
              title={`${words.parts[what].name}: ${formats.bytes(bytes)}`}
              className={classNames('h-full min-w-0.5', partTones[what])}
              style={{ width: `${(bytes / used) * 100}%` }}
            />
          );
        })}
      </div>
      <p className="mt-1.5 flex justify-between text-sm text-muted tabular-nums">
        <span>{words.used(formats.bytes(used))}</span>
        {freeBytes === null ? null : <span>{words.free(formats.bytes(freeBytes))}</span>}
      </p>
    </div>
  );
}
