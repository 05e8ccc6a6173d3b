import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the dialog that asks again, in German. */
export const queueAgain = {
  title: (n: number) =>
    count(n, { one: '# Auftrag noch einmal anfragen', other: '# Aufträge noch einmal anfragen' }),
  pricing: 'Die Preise von jetzt werden erfragt …',
  collect: (n: number) =>
    count(n, {
      one: '# Ergebnis liegt vielleicht noch beim Anbieter: Es wird geholt, kostenlos.',
      other: '# Ergebnisse liegen vielleicht noch beim Anbieter: Sie werden geholt, kostenlos.',
    }),
  send: (n: number, price: string) =>
    count(n, {
      one: `# wurde bisher nicht berechnet. Er wird zu seinem Preis gesendet: ${price}.`,
      other: `# wurden bisher nicht berechnet. Sie werden zu ihrem Preis gesendet: ${price}.`,
    }),
  sendFree: (n: number) =>
    count(n, {
      one: '# wird hier noch einmal erzeugt, kostenlos.',
      other: '# werden hier noch einmal erzeugt, kostenlos.',
    }),
  billAgain: (n: number, price: string) =>
    count(n, {
      one: `# wurde schon oder vielleicht schon berechnet und wird noch einmal berechnet: ${price}.`,
      other: `# wurden schon oder vielleicht schon berechnet und werden noch einmal berechnet: ${price}.`,
    }),
  billAgainHint:
    'Zuerst unter „Bezahlte Clips“ nach den Ergebnissen suchen: Das kostet nichts, und was sich findet, kommt ohne weitere Kosten herein.',
  withBillAgain: 'Auch diese senden',
  rose: (before: string, now: string) =>
    `Der Preis ist seit der Zustimmung von ${before} auf ${now} gestiegen.`,
  fell: (before: string, now: string) =>
    `Der Preis ist seit der Zustimmung von ${before} auf ${now} gefallen.`,
  cannot: (n: number) =>
    count(n, {
      one: '# lässt sich nicht noch einmal anfragen:',
      other: '# lassen sich nicht noch einmal anfragen:',
    }),
  pricedAt: (time: string) => `Preise von ${time}. Was bis dahin mehr kostet, wird nicht gesendet.`,
  ownPrices: 'Preise aus der eigenen Tabelle des Studios. Was bis dahin mehr kostet, wird nicht gesendet.',
  only: (n: number) => `Von einer längeren Liste werden die ersten ${n} angefragt.`,
  cancel: 'Schließen',
  nothing: 'Nichts zu senden',
  doIt: (n: number, price: string) =>
    count(n, { one: `# Auftrag senden · ${price}`, other: `# Aufträge senden · ${price}` }),
  doFree: (n: number) =>
    count(n, { one: '# Auftrag anfragen · kostenlos', other: '# Aufträge anfragen · kostenlos' }),
  done: (again: number, refused: number) =>
    refused === 0
      ? count(again, { one: '# Auftrag ist wieder eingereiht.', other: '# Aufträge sind wieder eingereiht.' })
      : `${count(again, { one: '# Auftrag ist wieder eingereiht.', other: '# Aufträge sind wieder eingereiht.' })} ${count(refused, { one: '# wurde abgelehnt.', other: '# wurden abgelehnt.' })}`,
};
