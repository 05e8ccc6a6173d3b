const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty';
const ordinalWords =
  '(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|last)';
const compound = `(?:${numberWords})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?`;
const numeral = `(?:\\d{1,4}|[ivxlc]{1,8}|${compound}|${ordinalWords})`;

const partNames = 'part|book|volume|act|teil|partie|parte|libro|buch|livre|часть';
const chapterNames =
  'chapter|canto|letter|scene|section|day|night|kapitel|chapitre|cap[ií]tulo|capitolo|hoofdstuk|kapitola|rozdział|глава';
/** A number, then nothing, or a title after a colon, dot or dash, or a title that begins with a capital. */
const named = new RegExp(
  `^(${partNames}|${chapterNames})\\s+${numeral}(?:\\s*[:.–—-]\\s*\\S.*|[.:]?|\\s+(?=[^.!?]*$)\\S.*)$`,
  'iu',
);
const partName = new RegExp(`^(?:${partNames})\\b`, 'iu');
const unnumbered =
  /^(?:prologue|epilogue|preface|foreword|introduction|interlude|intermezzo|prelude|afterword|postscript|coda|prolog|epilog)(?:\s*[:.–—-]\s*\S.*|[.:]?)$/i;
const eastAsian = /^第[0-9〇一二三四五六七八九十百]{1,6}[章回节節部幕](?:\s.*)?$/;
const bareNumber = new RegExp(`^(?:\\d{1,3}|[IVXL]{1,8}|${compound})\\.?$`, 'i');
const numberedTitle = /^(?:\d{1,3}|[IVXL]{1,8})\.\s+\p{Lu}[^.!?]*$/u;

const longestChapterLine = 80;

/**
 * Rank of a line that names a chapter: 1 for parts and books, 2 for chapters, 3 for a bare number; null for any other
 * line. A bare number or word counts only when `alone` between blank lines.
 */
export function chapterRank(line: string, alone: boolean): 1 | 2 | 3 | null {
  if (line.length > longestChapterLine) return null;
  if (named.test(line) && startsTitle(line)) return partName.test(line) ? 1 : 2;
  if (unnumbered.test(line) && /^\p{Lu}/u.test(line)) return 2;
  if (eastAsian.test(line)) return 2;
  if (!alone) return null;
  if (bareNumber.test(line) && isWrittenAsHeading(line)) return 3;
  return numberedTitle.test(line) && line.length <= 60 ? 3 : null;
}

/** "Chapter one of my life" is prose: a title after the number without a mark begins with a capital or a quote. */
function startsTitle(line: string): boolean {
  const rest = new RegExp(`^\\S+\\s+${numeral}(.*)$`, 'iu').exec(line)?.[1] ?? '';
  return !/^\s+\p{Ll}/u.test(rest) && /^\p{Lu}/u.test(line);
}

/** Digits, capitals, or a capitalised word without a full stop ("Two", not "two" and not "One."). */
function isWrittenAsHeading(line: string): boolean {
  if (/^\d/.test(line) || /^[IVXL]+\.?$/.test(line)) return true;
  return /^\p{Lu}/u.test(line) && !line.endsWith('.');
}

/** A line of marks that divides two parts of a text: `* * *`, `***`, `#`, `---`, `⁂`. */
export function isBreakLine(line: string): boolean {
  if (line.length > 80 || !/^[*#_~=+•·⁂§◦○●◇◆❖✦–—\-\s]+$/u.test(line)) return false;
  const marks = line.replace(/\s+/g, '');
  return marks.length >= 3 || /^[*#•·⁂§◦○●◇◆❖✦~]/u.test(marks);
}
