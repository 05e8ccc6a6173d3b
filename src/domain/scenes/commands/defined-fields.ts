/** The fields of an edit that say something. A parsed optional field may be there as `undefined`; a row never holds that. */
export function definedFields<T extends object>(edit: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(edit).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
