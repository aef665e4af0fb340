import { sha256Of } from './verbatim.ts';

/** A name for ever, whatever the deployment: a UUID (version 8) made of the SHA-256 of what is named. */
export async function urnOf(name: string): Promise<string> {
  const hash = await sha256Of(`jing-jin-ji-policy-record ${name}`);
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
