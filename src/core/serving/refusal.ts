/** A plain sentence with a status. Never more than the one who asked already knows. */
export function refusal(
  status: number,
  sentence: string,
  headers: Headers | Readonly<Record<string, string>> = {},
): Response {
  const all = new Headers(headers);
  all.set('content-type', 'text/plain; charset=utf-8');
  all.set('cache-control', 'no-store');
  all.delete('content-length');
  all.delete('etag');
  return new Response(`${sentence}\n`, { status, headers: all });
}
