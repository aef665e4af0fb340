/** The parts of citation-js the tests use; it carries no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string, options: { forceType: string; generateGraph: false });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
