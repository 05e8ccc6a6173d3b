/** What the stand-in saw the application do, for the test that started it. */
export type JournalEntry =
  | { readonly kind: 'ready'; readonly debugPort: number }
  | {
      readonly kind: 'forked';
      readonly name: string;
      readonly pid: number;
      readonly env: unknown;
      readonly args: unknown;
    }
  | { readonly kind: 'opened-outside'; readonly url: string }
  | { readonly kind: 'refused-navigation'; readonly url: string }
  | { readonly kind: 'revealed'; readonly path: string }
  | { readonly kind: 'scheme'; readonly scheme: string }
  | { readonly kind: 'recent'; readonly path: string }
  | { readonly kind: 'notified'; readonly title: string; readonly body: string }
  | { readonly kind: 'menu'; readonly labels: readonly string[] }
  | { readonly kind: 'window'; readonly webPreferences: unknown }
  | { readonly kind: 'permission'; readonly name: string; readonly granted: boolean }
  | { readonly kind: 'quit' };

/** What the test tells the stand-in to do, as the system or a person would. */
export type Order =
  | { readonly kind: 'choose-menu'; readonly label: string }
  | { readonly kind: 'open-file'; readonly path: string }
  /** The application is started a second time, with these words. */
  | { readonly kind: 'start-again'; readonly argv: readonly string[] }
  | { readonly kind: 'ask-permission'; readonly name: string }
  /** Whether one of the windows has the focus; it has until this is said. */
  | { readonly kind: 'focus'; readonly focused: boolean }
  /** The person clicks the newest notification. */
  | { readonly kind: 'choose-notification' }
  | { readonly kind: 'answer-dialogs'; readonly paths: readonly string[] }
  | { readonly kind: 'quit' };

export function journal(entry: JournalEntry): void {
  process.send?.(entry);
}

export function onOrder(listener: (order: Order) => void): void {
  process.on('message', (order: Order) => listener(order));
}
