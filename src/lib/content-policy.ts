/** The Content-Security-Policy of every page: everything from this site, nothing inline. */
export const contentPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";
