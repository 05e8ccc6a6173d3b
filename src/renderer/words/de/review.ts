import type { Catalogue } from '../catalogue.ts';
import { countIn } from '../count.ts';

const count = countIn('de');

/** Words of the review of stills, in German. */
export const review: Catalogue['review'] = {
  open: (n) => count(n, { one: '# Standbild durchsehen', other: '# Standbilder durchsehen' }),
  title: 'Standbilder durchsehen',
  explained:
    'Nachbarn nebeneinander. Ein Clip, der Geld kostet, entsteht nur aus einem Standbild, das hier freigegeben ist.',
  show: 'Zeigen',
  all: (n) => `Alle ${n}`,
  waiting: (n) => `Freizugeben ${n}`,
  none: 'Noch hat keine Einstellung ein Standbild.',
  approve: (number, description) => `${number} freigeben: ${description}`,
  approveAll: (n) =>
    n === 0 ? 'Alle sind freigegeben' : count(n, { one: '# freigeben', other: 'Alle # freigeben' }),
  outdated: 'Veraltet',
  done: 'Fertig',
};
