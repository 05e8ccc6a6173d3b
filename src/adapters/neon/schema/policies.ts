import { type SQL, sql } from 'drizzle-orm';
import { pgPolicy, pgRole, pgSchema } from 'drizzle-orm/pg-core';

export const reelwright = pgSchema('reelwright');

/** The role that every transaction works as. It cannot log in and cannot bypass the policies. */
export const member = pgRole('reelwright_member').existing();

type Access = 'select' | 'insert' | 'update' | 'delete';

/** A policy for one kind of access. `rows` says which rows. */
export function allow(access: Access, table: string, rows: SQL) {
  const name = `${table}_${access}`;
  const scope = { for: access, to: member } as const;
  if (access === 'insert') return pgPolicy(name, { ...scope, withCheck: rows });
  if (access === 'update') return pgPolicy(name, { ...scope, using: rows, withCheck: rows });
  return pgPolicy(name, { ...scope, using: rows });
}

export const isMine = (column: string): SQL => sql.raw(`${column} = (select reelwright.claim('sub'))`);
export const isInMyOrganisation = (column: string): SQL =>
  sql.raw(`${column} = (select reelwright.claim('org'))`);

const myOwn = `organisation_id is null and owner_user_id = (select reelwright.claim('sub'))`;
const ofMyOrganisation = `organisation_id = (select reelwright.claim('org'))`;
const asEditor = `(select reelwright.claim('role')) in ('owner', 'editor')`;
/** Which rows of `projects` this person sees, which they may change, and which they may delete. Claims are read once a query, not once a row. */
const visible = `(${myOwn}) or ${ofMyOrganisation}`;
const editable = `(${myOwn}) or (${ofMyOrganisation} and ${asEditor})`;
const owned = `(${myOwn}) or (${ofMyOrganisation} and (select reelwright.claim('role')) = 'owner')`;
export const isEditable: SQL = sql.raw(editable);
/** Rows of such projects. */
export const isOfVisibleProject: SQL = sql.raw(
  `project_id in (select id from reelwright.projects where ${visible})`,
);
/** What was taken from the service waits as it is: nobody writes into it. */
export const isOfEditableProject: SQL = sql.raw(
  `project_id in (select id from reelwright.projects where removed_at_ms is null and (${editable}))`,
);

const mediaOfMine = `owner = 'u:' || (select reelwright.claim('sub'))`;
const mediaOfMyOrganisation = `owner = 'o:' || (select reelwright.claim('org'))`;
/** Which files of the storage this person sees, and which they may change. */
export const isMyMedia: SQL = sql.raw(`${mediaOfMine} or ${mediaOfMyOrganisation}`);
export const isMyEditableMedia: SQL = sql.raw(`${mediaOfMine} or (${mediaOfMyOrganisation} and ${asEditor})`);

/** The service itself, clearing the storage: nobody's claims, and no person's token makes them. */
export const isKeeper: SQL = sql.raw(`(select reelwright.claim('keeper')) = 'true'`);

/** How long a project that was taken from the service can be brought back. */
export const keptRemovedMs = 30 * 86_400_000;
const isRemoved = `(select reelwright.claim('keeper')) = 'true' and removed_at_ms is not null`;
export const isVisibleOrRemoved: SQL = sql.raw(`(${visible}) or (${isRemoved})`);
export const isOwnedOrOver: SQL = sql.raw(
  `(${owned}) or (${isRemoved} and removed_at_ms < (select reelwright.claim('now'))::bigint - ${keptRemovedMs})`,
);
