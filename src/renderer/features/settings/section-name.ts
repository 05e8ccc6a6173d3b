/** The sheets of the settings, in order. */
export type SectionName =
  | 'keys'
  | 'budgets'
  | 'models'
  | 'shortcuts'
  | 'appearance'
  | 'storage'
  | 'account'
  | 'about';

export interface SectionProps {
  /** Goes to another sheet. */
  readonly show: (section: SectionName) => void;
}
