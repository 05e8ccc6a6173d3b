import type { WayReason } from '../../../domain/jobs/transitions.ts';

/** Why a job goes a way, in German; a way of the table without its words does not compile. */
export const wayReasons: Readonly<Record<WayReason, string>> = {
  'approved with its price': 'zu seinem Preis bestätigt',
  'dropped before it was asked for': 'verworfen, bevor er gesendet wurde',
  'connection open, price reserved, no byte sent yet':
    'Leitung steht, Preis reserviert, noch kein Byte gesendet',
  'not sent: cap, price, storage, or a request no model takes':
    'nicht gesendet: Grenze, Preis, Platz oder eine Anfrage, die kein Modell annimmt',
  'dropped before it was sent': 'verworfen, bevor er gesendet wurde',
  'its provider is out of reach for long: it is asked about with its price':
    'sein Anbieter ist lange nicht erreichbar: Es wird mit seinem Preis nachgefragt',
  'costs money, and its run was broken off: asked first':
    'kostet Geld, und sein Lauf brach ab: Es wird erst gefragt',
  'accepted; its id is on disk': 'angenommen; seine Nummer steht auf der Platte',
  'surely not begun (or free of charge): asked again later':
    'sicher nicht begonnen (oder kostenlos): später noch einmal',
  refused: 'abgelehnt',
  'the answer was lost: it may have been billed': 'die Antwort ging verloren: vielleicht wurde er berechnet',
  'found without an id: it may have been billed': 'ohne Nummer gefunden: vielleicht wurde er berechnet',
  'found without an id at a free provider': 'ohne Nummer bei einem kostenlosen Anbieter gefunden',
  'work has begun': 'die Arbeit hat begonnen',
  'the result is ready': 'das Ergebnis ist fertig',
  'ended without a result': 'endete ohne Ergebnis',
  'out of reach for too long; collected later': 'zu lange nicht erreichbar; wird später geholt',
  'not known there any more': 'dort nicht mehr bekannt',
  'waited in the queue past its deadline': 'wartete dort über seine Frist hinaus',
  'taken back': 'zurückgenommen',
  'a free provider lost it: made again': 'ein kostenloser Anbieter verlor ihn: wird neu gemacht',
  'ran past its deadline': 'lief über seine Frist hinaus',
  'file, asset and take are stored': 'Datei und Aufnahme sind gesichert',
  'the result turned out to be an error': 'das Ergebnis war ein Fehler',
  'could not be brought in or stored; collected later':
    'ließ sich nicht holen oder sichern; wird später geholt',
  'the result is not held any more': 'das Ergebnis wird nicht mehr gehalten',
  'could not be brought in for as long as the provider held it':
    'ließ sich nicht holen, solange der Anbieter es hielt',
  'taken back at a free provider': 'bei einem kostenlosen Anbieter zurückgenommen',
  'it had finished: what was paid for is kept': 'er war fertig: was bezahlt ist, wird behalten',
  'no answer to the cancel before the deadline': 'bis zur Frist keine Antwort auf das Abbrechen',
  'asked again; nothing was charged for it': 'noch einmal angefragt; es wurde nichts dafür berechnet',
  'the provider may still hold the result: collected, not sent again':
    'der Anbieter hält vielleicht das Ergebnis: geholt, nicht noch einmal gesendet',
  'set aside with a result outstanding: collected': 'mit ausstehendem Ergebnis beiseitegelegt: geholt',
  'not to be had there: another provider was asked':
    'dort nicht zu haben: Ein anderer Anbieter wurde gefragt',
  'put aside; nothing was charged for it': 'zur Seite gelegt; es wurde nichts dafür berechnet',
  'looked for once more': 'noch einmal danach gesucht',
  'asked again at a free provider': 'bei einem kostenlosen Anbieter noch einmal angefragt',
  'it had finished all the same: found at the provider and kept':
    'er war dennoch fertig: beim Anbieter gefunden und behalten',
  'given up; its price counts as spent': 'aufgegeben; sein Preis zählt als ausgegeben',
  'looked up: the provider has it, and it goes on': 'nachgesehen: Der Anbieter hat ihn, und er geht weiter',
  'looked up: its whole list has no such request, so it was never begun':
    'nachgesehen: Auf seiner ganzen Liste steht er nicht, also wurde er nie begonnen',
  'found at the provider by its id': 'beim Anbieter über seine Nummer gefunden',
};
