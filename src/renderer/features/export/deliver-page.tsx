export function DeliverPage() {
  return null;
}
