import type { ShotEdit } from '../../../../domain/shots/commands/edit-shot.ts';
import type { Shot } from '../../../../domain/shots/shot.ts';

/** The value that all shots have in a field, or null where they differ. */
export function commonValue<Field extends keyof ShotEdit & keyof Shot>(
  shots: readonly Shot[],
  field: Field,
): Shot[Field] | null {
  const [first, ...rest] = shots;
  if (first === undefined) return null;
  return rest.every((shot) => shot[field] === first[field]) ? first[field] : null;
}

/** An optional text as it is stored: what is only spaces is none. */
export function textOrNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
