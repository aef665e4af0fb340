/**
 * The Content-Security-Policy of a page: everything from this site, nothing inline. Pages that run the
 * search engine may also compile WebAssembly.
 */
export function contentPolicy(kind: 'plain' | 'search'): string {
  const script = kind === 'search' ? "'self' 'wasm-unsafe-eval'" : "'self'";
  return `default-src 'self'; script-src ${script}; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'`;
}
