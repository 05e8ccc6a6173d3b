import { useMemo } from 'react';
import type { LedgerGroup, LedgerLine } from '../../../../contract/money.ts';
import { useStudioState } from '../../../state/studio-context.ts';
import { useFormats, useWords } from '../../../words/use-words.ts';
import type { LedgerGrouping } from './ledger-choice.ts';

export interface LedgerNames {
  provider(id: string): string;
  kind(id: string): string;
  group(by: LedgerGrouping, group: Pick<LedgerGroup, 'key' | 'title' | 'deleted'>): string;
  project(title: string): string;
  what(line: LedgerLine): string;
}

/** What the ledger's parts are called in the person's language. A kind or provider that is not known keeps its own name. */
export function useLedgerNames(): LedgerNames {
  const words = useWords('settings');
  const formats = useFormats();
  const ownDeviceId = useStudioState(({ about }) => about?.deviceId ?? null);
  return useMemo(() => {
    const providers: Readonly<Record<string, { readonly name: string } | undefined>> = words.providers;
    const kinds: Readonly<Record<string, string | undefined>> = words.ledger.kinds;
    const provider = (id: string): string => providers[id]?.name ?? id;
    const kind = (id: string): string => kinds[id] ?? id;
    const project = (title: string): string => (title === '' ? words.ledger.unnamed : title);
    return {
      provider,
      kind,
      project,
      group(by, { key, title, deleted }) {
        switch (by) {
          case 'month':
            return formats.month(key);
          case 'project':
            return deleted ? words.ledger.deleted(project(title)) : project(title);
          case 'provider':
            return provider(key);
          case 'kind':
            return kind(key);
          case 'device':
            return key === ownDeviceId
              ? words.ledger.thisComputer
              : key === ''
                ? words.ledger.noDevice
                : words.ledger.anotherDevice(key.slice(0, 4));
        }
      },
      what: (line) => `${kind(line.kind)} · ${line.model}`,
    };
  }, [words, formats, ownDeviceId]);
}
