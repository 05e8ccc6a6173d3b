import { readCastMark } from '../scenes/reading-mark.ts';
import { type ReconciledRows, reconcileRows } from '../scenes/reconcile/reconcile-rows.ts';
import type { CastMember } from './cast-member.ts';
import type { Casting } from './person.ts';

/**
 * Brings the stored cast up to a fresh breakdown. Who is gone from the text goes, unless a person edited them or a language model
 * found them; what a model wrote of them stays. `read` are those whom a model has just described.
 */
export function reconcileCast(
  stored: readonly CastMember[],
  fresh: readonly CastMember[],
  read: ReadonlySet<string> = new Set(),
): ReconciledRows<CastMember> {
  return reconcileRows('cast', stored, fresh, {
    staysAlone: ({ editedFields }) => editedFields.length > 0,
    keeps: ({ id, editedFields }) => [
      'referenceAssetIds',
      'voice',
      ...(!read.has(id) && editedFields.includes(readCastMark) ? (['description'] as const) : []),
    ],
    finish: (members) =>
      members.map((member) =>
        read.has(member.id)
          ? { ...member, editedFields: [...new Set([...member.editedFields, readCastMark])] }
          : member,
      ),
  });
}

/** A casting under the names and facts of the stored cast, as a person may have edited them. */
export function withStoredCast(casting: Casting, stored: readonly CastMember[]): Casting {
  const byId = new Map(stored.map((member) => [member.id, member]));
  const people = new Map(casting.people);
  const members = casting.members.map((member) => byId.get(member.id) ?? member);
  casting.members.forEach(({ id, name }) => {
    const key = name.toLowerCase();
    const person = people.get(key);
    const member = byId.get(id);
    if (person !== undefined && member !== undefined) {
      people.set(key, { ...person, name: member.name, voiceOnly: member.voiceOnly });
    }
  });
  return { ...casting, members, people };
}
