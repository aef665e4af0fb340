import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Licences that let a package be used to build and test this site, changed or not, without asking anything of it. */
const freeLicences = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
]);

/** Licences that ask something, by the packages that have them, each with why it asks nothing of this site. */
const excused: readonly { readonly packages: RegExp; readonly licence: string; readonly because: string }[] =
  [
    {
      packages: /^@img\/sharp-/,
      licence: 'LGPL-3.0-or-later',
      because:
        'the image library Astro may use: run as it comes, at build only, and nothing of it is published',
    },
    {
      packages: /^(axe-core|lightningcss(-.+)?)$/,
      licence: 'MPL-2.0',
      because: 'asks for the source of changes to its own files: none are changed, and none are published',
    },
  ];

const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The licences of a package that are neither free nor excused; of a choice, one free licence is enough. */
function objections(path: string, licence: string | undefined): string[] {
  const words = (licence ?? 'none stated').replaceAll(/[()]/g, '');
  const choices = words
    .split(' OR ')
    .map((choice) =>
      choice
        .split(' AND ')
        .filter(
          (each) =>
            !freeLicences.has(each) &&
            !excused.some(({ packages, licence: own }) => own === each && packages.test(nameOf(path))),
        ),
    );
  return choices.some((left) => left.length === 0) ? [] : choices.flat();
}

describe('the packages this project stands on', () => {
  it('are needed to build and test, none in the site', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('are pinned to one version each', () => {
    const loose = Object.entries(manifest.devDependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are those the README gives a reason for, and no others', () => {
    const section = /## Why these dependencies\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(rows.filter((row) => !/\| +\S.{10,}\|$/.test(row))).toEqual([]);
    expect(named.sort()).toEqual(Object.keys(manifest.devDependencies).sort());
  });

  it('are locked by what they hold, whichever registry they come from', () => {
    const open = installed.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true);
    expect(installed.length).toBeGreaterThan(300);
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it('run nothing on installation but what was allowed to by name', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.map(([path]) => nameOf(path)).sort()).toEqual(Object.keys(manifest.allowScripts).sort());
  });

  it('have licences that ask nothing of this site', () => {
    const objected = installed.flatMap(([path, { license }]) =>
      objections(path, license).map((licence) => `${nameOf(path)}: ${licence}`),
    );
    expect(objected).toEqual([]);
  });

  it('would be told apart by their licences', () => {
    expect(objections('node_modules/a', 'GPL-3.0-only')).toEqual(['GPL-3.0-only']);
    expect(objections('node_modules/a', undefined)).toEqual(['none stated']);
    expect(objections('node_modules/a', '(MIT OR GPL-3.0-only)')).toEqual([]);
    expect(objections('node_modules/a', 'MIT AND LGPL-3.0-or-later')).toEqual(['LGPL-3.0-or-later']);
    expect(objections('node_modules/a/node_modules/@img/sharp-x', 'LGPL-3.0-or-later')).toEqual([]);
  });

  it('have no excuse that none of them needs', () => {
    const needless = excused.filter(
      ({ packages, licence }) =>
        !installed.some(
          ([path, { license }]) => packages.test(nameOf(path)) && license?.includes(licence) === true,
        ),
    );
    expect(needless).toEqual([]);
  });
});
