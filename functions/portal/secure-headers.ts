import type { MiddlewareHandler } from 'hono';

/** What a browser may do with an answer that says nothing else: nothing. */
const always: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // What the page never uses, and what a script in it must not get either. Copying a receipt's number is left to it.
  'Permissions-Policy': ['camera', 'geolocation', 'microphone', 'payment', 'usb']
    .map((feature) => `${feature}=()`)
    .join(', '),
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
};

/** On every answer, refusals and faults included; the page's own policy stays as its file says. */
export function secureHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(always)) {
      if (!context.res.headers.has(name)) context.header(name, value);
    }
  };
}
