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
export const isVisible: SQL = sql.raw(visible);
export const isEditable: SQL = sql.raw(editable);
export const isOwned: SQL = sql.raw(owned);
/** Rows of such projects. */
export const isOfVisibleProject: SQL = sql.raw(
  `project_id in (select id from reelwright.projects where ${visible})`,
);
export const isOfEditableProject: SQL = sql.raw(
  `project_id in (select id from reelwright.projects where ${editable})`,
);

const mediaOfMine = `owner = 'u:' || (select reelwright.claim('sub'))`;
const mediaOfMyOrganisation = `owner = 'o:' || (select reelwright.claim('org'))`;
/** Which files of the storage this person sees, and which they may change. */
export const isMyMedia: SQL = sql.raw(`${mediaOfMine} or ${mediaOfMyOrganisation}`);
export const isMyEditableMedia: SQL = sql.raw(`${mediaOfMine} or (${mediaOfMyOrganisation} and ${asEditor})`);

/** The service itself, clearing the storage: nobody's claims, and no person's token makes them. */
export const isKeeper: SQL = sql.raw(`(select reelwright.claim('keeper')) = 'true'`);
