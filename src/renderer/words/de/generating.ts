import { countIn } from '../count.ts';
import type { generating as english } from '../en/generating.ts';

const count = countIn('de');
const clipsOf = (n: number): string => count(n, { one: '# Clip', other: '# Clips' });
const stillsOf = (n: number): string => count(n, { one: '# Standbild', other: '# Standbilder' });
const workOf = (stills: number, clips: number): string => (clips > 0 ? clipsOf(clips) : stillsOf(stills));

/** Words of making stills and clips: by what, at what price, within which budget. In German. */
export const generating: typeof english = {
  generateAll: (stills: number, clips: number, price: string) =>
    `${workOf(stills, clips)} erzeugen · ${price}`,
  generateNothing: 'Alles ist erzeugt',
  pricing: 'Preise werden gelesen …',
  free: 'kostenlos',
  about: (price: string) => `etwa ${price}`,
  anotherClipNeedsApproval: 'Weiterer Clip: erst das Standbild freigeben',
  anotherTake: (price: string) => `Weitere Aufnahme · ${price}`,
  cancel: 'Abbrechen',
  inProgress: 'Wird erzeugt',
  showEnded: (n: number) => count(n, { one: '# Fehlschlag zeigen', other: '# Fehlschläge zeigen' }),
  generated: (done: number, total: number) => `${done} von ${total} erzeugt.`,
  started: (n: number) => `${count(n, { one: '# Aufnahme wird', other: '# Aufnahmen werden' })} erzeugt.`,
  waits: 'Was sich geändert hat, wird nach dem erzeugt, was jetzt läuft.',
  cancelled: 'Erzeugung abgebrochen. Fertige Aufnahmen bleiben.',
  drawStills: 'Animatic von selbst zeichnen',
  settings: 'Optionen der Erzeugung',
  lookHint: 'Gilt für dieses Projekt. Bilder eines anderen Stils sind dann veraltet.',
  provider: 'Anbieter',
  providerFree: (name: string) => `${name} · kostenlos`,
  providerNoKey: (name: string) => `${name} · braucht einen Schlüssel`,
  animatic: 'Animatic',
  stillModel: 'Modell für Standbilder',
  clipModel: 'Modell für Clips',
  providerDefault: 'Standard',
  notReady: (name: string) =>
    `Für ${name} gibt es keinen gültigen Schlüssel. Er wird unter Einstellungen, Schlüssel eingetragen.`,
  openSettings: 'Einstellungen öffnen',
  upTo: 'Erzeugen',
  upToOptions: { still: 'Nur Standbilder', clip: 'Bilder und Clips' },
  elsewhere: {
    button: (n: number) =>
      count(n, { one: '# auf einem anderen Gerät …', other: '# auf einem anderen Gerät …' }),
    leftOut: (shots: string, more: number, since: string) =>
      `Ein anderes Gerät lässt diese seit ${since} erzeugen: ${shots}${more === 0 ? '' : ` und ${more} weitere`}. Sie werden ausgelassen, und ihre Takes kommen von selbst hierher.`,
    payAgain: (price: string) => `Auch hier erzeugen, für weitere ${price}: bezahlt wird beides`,
  },
  price: {
    title: 'Was es kostet',
    text: 'Die Preise sind die des Anbieters, gerade gelesen. Jede Anfrage wird vor dem Senden gegen das Budget geprüft.',
    dated: (date: string, time: string) => `Preise vom ${date}, ${time}.`,
    perShot: 'Einstellung für Einstellung',
    kinds: { still: 'Standbild', clip: 'Clip' },
    noPrice: 'kein Preis',
  },
  budget: {
    title: 'Zuerst ein Budget festlegen',
    text: (price: string) =>
      `Das würde etwa ${price} kosten. Bezahlte Erzeugung endet beim Budget des Projekts; nichts geht darüber hinaus.`,
    field: 'Budget in US-Dollar',
    set: 'Budget festlegen und erzeugen',
    bad: 'Einen Betrag über 0 eingeben.',
  },
};
