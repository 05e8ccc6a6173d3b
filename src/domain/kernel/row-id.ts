/** No id of a row is longer. */
export const longestRowId = 80;

/** Whether words that came from outside, such as an address, could be the id of a row: the same as the schemas say. */
export function isRowId<Id extends string>(words: string | undefined): words is Id {
  return words !== undefined && words.length > 0 && words.length <= longestRowId;
}
