import type { Catalogue } from '../catalogue.ts';

/** Words of making more from what is there: larger, in other words, carried on, retaken in part, in a gap; in German. */
export const remaking: Catalogue['remaking'] = {
  cancel: 'Abbrechen',
  pricing: 'Preis wird gelesen …',
  begun: 'Es entsteht; unter Arbeit steht, wie weit es ist.',
  priceOf: (model, when) => `${model} · ${when}`,
  priceDated: (when) => `Preis vom ${when}`,
  priceTable: 'Preis aus der eigenen Tabelle des Studios',
  paidAlready: 'Schon einmal mit denselben Worten gemacht: es kostet nichts mehr.',
  go: (verb, price) => `${verb} · ${price}`,
  goFree: (verb) => `${verb} · schon bezahlt`,
  prompt: 'Was geschieht',
  noPrompt: 'Zuerst sagen, was geschieht.',
  enlarge: {
    menu: 'Vergrößern …',
    title: (name) => `${name} vergrößern`,
    text: 'Die größere Aufnahme wird an ihrer Stelle gezeigt. Die erste bleibt.',
    factor: 'Größe',
    times: (n) => `${n}-fach`,
    verb: 'Vergrößern',
  },
  reword: {
    menu: 'Mit anderen Worten erzeugen …',
    title: (name) => `${name} mit anderen Worten`,
    text: 'Nur diese Erzeugung hat diese Worte. Die Einstellung behält ihre eigenen, außer sie werden übernommen.',
    prompt: 'Worte',
    negative: 'Nie zu sehen',
    sameSeed: 'Derselbe Seed wie diese Aufnahme',
    sameSeedHint: 'Dasselbe Rauschen zu Beginn, damit nur die Worte den Unterschied machen.',
    keep: 'Diese Worte für die Einstellung übernehmen',
    keepHint: 'Auch spätere Aufnahmen werden damit angefragt.',
    unchanged: 'Zuerst Worte oder Seed ändern: so wurde die Aufnahme schon angefragt.',
    verb: 'Erzeugen',
  },
  extend: {
    title: 'Clip fortsetzen',
    text: 'Ein neuer Clip beginnt mit dem letzten Bild, das dieser zeigt, und kommt gleich dahinter. Was folgt, beginnt später.',
    length: 'Länge',
    verb: 'Fortsetzen',
  },
  retake: {
    title: 'Stück neu aufnehmen',
    text: 'Neu gemacht zwischen dem Bild an seinem Anfang und dem, mit dem der Clip weitergeht.',
    from: 'Von',
    to: 'Bis',
    marks: 'Marken für Anfang und Ende gelten, wo sie im Clip sind.',
    verb: 'Neu aufnehmen',
  },
  gap: {
    title: 'Lücke füllen',
    text: 'Ein Clip vom letzten Bild vor der Lücke zum ersten danach.',
    length: (length) => `Die Lücke ist ${length} lang.`,
    verb: 'Füllen',
  },
  fit: {
    label: 'Wo der Clip des Modells länger ist',
    keep: 'Länge des Films behalten',
    grow: 'Ganzen Clip behalten',
    keepHint:
      'Modelle machen ganze Sekunden. Was zu lang ist, wird abgeschnitten; das letzte Bild passt dann vielleicht nicht zum nächsten Clip.',
    growHint:
      'Modelle machen ganze Sekunden. Der Film wird um das Übrige länger, und die Bilder passen zusammen.',
  },
};
