import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of "Find my paid clips", in German. */
export const paidClips = {
  title: 'Meine bezahlten Clips finden',
  text: 'Fragt jeden Anbieter, der eine Liste führt, nach den fertigen Ergebnissen Ihres Kontos. Fragen kostet nichts, und nichts wird gesendet, was berechnet werden könnte. Was diesem Studio fehlt, kommt herein; was es nicht kennt, können Sie in ein Projekt holen.',
  search: 'Suchen · kostenlos',
  searching: 'Die Anbieter werden gefragt …',
  since: 'Zurück bis',
  sinces: { week: '7 Tage', month: '30 Tage', year: '1 Jahr' },
  before: 'Noch wurde nicht gesucht',
  beforeText: 'Auf Suchen drücken. Wo ein Konto Tausende Ergebnisse hält, kann es eine Minute dauern.',
  found: (n: number) => count(n, { one: '# Ergebnis wird gehalten', other: '# Ergebnisse werden gehalten' }),
  nothing: 'Kein Anbieter hält ein Ergebnis aus dieser Zeit.',
  whats: {
    here: 'In der Bibliothek',
    'under-way': 'Unterwegs',
    collectable: 'Fehlt hier',
    orphan: 'Nicht aus diesem Studio',
  },
  whatTexts: {
    here: 'Seine Datei ist in der Bibliothek.',
    'under-way': 'Das Studio ist dabei.',
    collectable: 'Ein Auftrag von Ihnen endete ohne es. Es lässt sich holen, kostenlos.',
    orphan:
      'Kein Auftrag hier kennt es: anderswo mit diesem Schlüssel gemacht, oder von einem Studio, dessen Daten weg sind.',
  },
  adoptAll: (n: number) =>
    count(n, { one: '# fehlendes holen · kostenlos', other: '# fehlende holen · kostenlos' }),
  adopted: (n: number) =>
    count(n, {
      one: '# Ergebnis wird geholt. Es wird eine Aufnahme seiner Einstellung.',
      other: '# Ergebnisse werden geholt. Sie werden Aufnahmen ihrer Einstellungen.',
    }),
  noneMissing: 'Es fehlt nichts mehr.',
  showQueue: 'In der Warteschlange zeigen',
  faults: 'Ließen sich nicht fragen',
  keepsNone:
    'Bilder von OpenAI, Cloudflare und Gemini halten deren Anbieter nicht: Dort lassen sie sich nicht finden.',
  price: 'Berechnet',
  noPrice: 'nicht gesagt',
  expiry: (time: string) => `gehalten bis ${time}`,
  noExpiry: 'wie lange es gehalten wird, ist nicht gesagt',
  gone: (time: string) => `war zu halten bis ${time}`,
  prompt: 'Worte',
  noPrompt: 'Der Anbieter hält keine Worte dazu',
  bringIn: 'Holen …',
  into: 'Ein Ergebnis holen',
  intoText: 'Es wird kostenlos geholt und eine Aufnahme der Einstellung oder des Projekts.',
  project: 'Projekt',
  shot: 'Einstellung',
  noShot: 'Keine: eine Aufnahme des Projekts',
  doBringIn: 'Holen · kostenlos',
  broughtIn: 'Das Ergebnis wird geholt.',
  cancel: 'Abbrechen',
  filter: 'Zeigen',
  all: 'Alle',
};
