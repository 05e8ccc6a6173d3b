/** What the screen may do: only what comes from the studio itself, nothing inline, nothing evaluated. */
const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** For media, whoever made them: should a browser ever take one for a page, it can do nothing. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // With the two above, windows are isolated from all others and get exact clocks; nothing foreign is loaded anyway.
  'cross-origin-embedder-policy': 'require-corp',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), midi=(), payment=(), accelerometer=(), gyroscope=(), magnetometer=()',
} as const;

/** Adds what protects a window to an answer. */
export function withHeaders(response: Response, kind: 'app' | 'data'): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (!response.headers.has('content-security-policy')) {
    response.headers.set('content-security-policy', kind === 'app' ? appPolicy : dataPolicy);
  }
  return response;
}
