const strongRtl =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Direction of a paragraph by its first strong character, as rules P2 and P3 of Unicode Annex 9 have it. */
export function textDirection(text: string): 'ltr' | 'rtl' {
  const first = /\p{L}/u.exec(text);
  return first !== null && strongRtl.test(first[0]) ? 'rtl' : 'ltr';
}
