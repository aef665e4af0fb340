import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What a key to something looks like, wherever it stands. */
const secrets: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'an Amazon key': /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  'a GitHub token': /\b(?:gh[pousr]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{60,})\b/,
  'a GitLab token': /\bglpat-[0-9A-Za-z_-]{20,}/,
  'an npm token': /\bnpm_[0-9A-Za-z]{36}\b|_authToken\s*=\s*[^$\s]/,
  'a Google key': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'a Slack token': /\bxox[abposr]-[0-9A-Za-z-]{10,}/,
  'a model service key': /\bsk-(?:[a-z]+-)?[0-9A-Za-z_-]{32,}/,
  'a signed web token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  'a password in an address': /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"`$<>]+:[^\s/:@'"`$<>]+@/,
  'a secret given a value':
    /\b(?:password|passwd|secret|api_?key|access_?key|auth_?token)\b["']?\s*[:=]\s*["'][^"'\s]{12,}["']/i,
};

function secretsIn(text: string): string[] {
  return Object.entries(secrets).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
}

/** Every file that is published with the code; where there is no git, every file that is not made or installed. */
function publishedFiles(): string[] {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return listed.split('\0').filter((file) => file !== '');
  } catch {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
      .filter((file) => !/^(?:node_modules|dist|\.dist-|\.git|\.astro)/.test(file));
  }
}

describe('what is published with the code', () => {
  it('holds no key to anything', () => {
    const files = publishedFiles().filter((file) => !file.endsWith('package-lock.json'));
    const found = files.flatMap((file) =>
      secretsIn(readFileSync(join(root, file), 'latin1')).map((name) => `${file}: ${name}`),
    );
    expect(files.length).toBeGreaterThan(300);
    // The tokens this test is tried with below are put together there, so that it finds none in itself.
    expect(found).toEqual([]);
  });

  it.each([
    ['a private key', ['-----BEGIN RSA PRIVATE', ' KEY-----']],
    ['an Amazon key', ['AKIA', 'ABCDEFGHIJKLMNOP']],
    ['a GitHub token', ['ghp', `_${'a'.repeat(36)}`]],
    ['an npm token', ['npm', `_${'a'.repeat(36)}`]],
    ['a password in an address', ['https://name', ':word@host/']],
    ['a secret given a value', ['api_key', ': "abcdefghijklmnop"']],
  ])('would be found out if it held %s', (name, parts) => {
    expect(secretsIn(parts.join(''))).toContain(name);
  });

  it('may speak of keys', () => {
    expect(secretsIn('token = tokenise(text); password: string; https://example.org/a:b@c')).toEqual([]);
  });
});
