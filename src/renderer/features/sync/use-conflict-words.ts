import type { JsonValue } from '../../../domain/kernel/patch.ts';
import type { Conflict } from '../../../domain/sync/conflict.ts';
import { useSyncWords } from '../../words/sync-words.ts';
import { useFormats } from '../../words/use-words.ts';

type Values = Readonly<Record<string, JsonValue>>;

/** Fields in which a row says what it is, the best first. */
const names = ['title', 'heading', 'name', 'description', 'text'] as const;

/** What a conflict is about, and values as they are read. */
export function useConflictWords() {
  const words = useSyncWords();
  const formats = useFormats();
  const say = (value: JsonValue, field: string | null): string => {
    if (field === null) return nameOf(value as Values) ?? words.empty;
    if (value === null || value === '') return words.empty;
    if (field === 'durationFlicks' && typeof value === 'number') return formats.duration(value);
    if (field === 'budgetUsdMicros' && typeof value === 'number') return formats.money(value);
    if (typeof value === 'number') return formats.number(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  return {
    say,
    /** "Shot · Description · The sea at night". */
    titleOf: ({ entity, field, value }: Conflict, row: Values | null): string => {
      const name = nameOf(row ?? (field === null ? (value as Values) : null));
      const parts = [
        words.kinds[entity] ?? entity,
        field === null ? null : (words.fields[field] ?? field),
        name,
      ];
      return parts.filter((part) => part !== null && part !== '').join(' · ');
    },
  };
}

function nameOf(row: Values | null): string | null {
  const found = names.map((field) => row?.[field]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? shortened(found) : null;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
