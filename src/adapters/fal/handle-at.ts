import type { ProviderHandle } from '../../domain/jobs/job.ts';

/** Namespaces whose endpoints keep a third part in the addresses of their requests. */
const deepNamespaces: readonly string[] = ['workflows', 'comfy'];

/** The addresses of a request whose submit was not heard: the vendor's own rule, owner and app of the endpoint and the id. */
export function handleAt(endpoint: string, requestId: string): ProviderHandle {
  const parts = endpoint.split('/');
  const app = parts.slice(0, deepNamespaces.includes(parts[0] ?? '') ? 3 : 2).join('/');
  const base = `https://queue.fal.run/${app}/requests/${encodeURIComponent(requestId)}`;
  return { requestId, statusUrl: `${base}/status`, responseUrl: base, cancelUrl: `${base}/cancel` };
}
