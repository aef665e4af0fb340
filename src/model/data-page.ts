import type { DataIndex } from './contract.ts';

/** Code a reader can copy; the tests run it as it stands. */
export interface Example {
  readonly language: 'curl' | 'javascript' | 'python' | 'sql';
  readonly title: string;
  readonly code: string;
}

/** The page of the open data. */
export interface DataPageView extends Pick<DataIndex, 'version' | 'cutOff' | 'collections' | 'tables'> {
  /** Addresses the text names. */
  readonly addresses: Readonly<
    Record<'index' | 'package' | 'feed' | 'llms' | 'codebook' | 'addresses' | 'record' | 'text', string>
  >;
  readonly examples: readonly Example[];
}
