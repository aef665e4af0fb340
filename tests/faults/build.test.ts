import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject, type Copy } from '../helpers/build-elsewhere.ts';
import { dist } from '../helpers/built-site.ts';
import { fingerprints } from '../helpers/fingerprints.ts';

let copy: Copy;
/** The site that stood before every fault: whole, and not what a build would make. */
let standing: string[];
const at = (...names: string[]): string => join(copy.folder, ...names);

beforeAll(() => {
  copy = copyProject();
  cpSync(dist, at('dist'), { recursive: true });
  writeFileSync(at('dist/earlier.txt'), 'of an earlier build');
  standing = fingerprints(at('dist'));
});

afterAll(() => copy.remove());

const unchanged = '没有建成，dist/ 未动。';

interface Killed {
  /** What the build said until then. */
  readonly said: string;
  /** Ends what the build had started and what outlived it. */
  readonly endAll: () => void;
}

/** Starts a build and kills it, and nothing else, the moment `isTime` says so. */
async function killBuild(isTime: (said: string) => boolean): Promise<Killed> {
  const build = spawn('node', ['scripts/build.ts'], {
    cwd: copy.folder,
    env: copy.environment,
    // A group of its own, so that its children can be found when it is gone.
    detached: true,
  });
  const { pid } = build;
  if (pid === undefined) throw new Error('the build did not start');
  let said = '';
  for (const stream of [build.stdout, build.stderr])
    stream.on('data', (data) => (said += stripVTControlCharacters(String(data))));
  const watch = setInterval(() => {
    if (isTime(said)) build.kill('SIGKILL');
  }, 5);
  const [, signal] = (await once(build, 'exit')) as [number | null, string | null];
  clearInterval(watch);
  expect(signal, said).toBe('SIGKILL');
  return {
    said,
    endAll: () => {
      try {
        process.kill(-pid, 'SIGKILL');
      } catch {
        // All of them have ended.
      }
    },
  };
}

/** How many files and folders lie below the folder of the build that runs. */
function filesMade(): number {
  const work = at('.dist-next');
  return existsSync(work) ? readdirSync(work, { recursive: true }).length : 0;
}

describe('a build that is killed', () => {
  it('while it reads the content leaves the site as it was', async () => {
    const { endAll } = await killBuild((said) => said.includes('[content] Syncing content'));
    endAll();
    expect(fingerprints(at('dist'))).toEqual(standing);
  });

  it('while it writes pages leaves the site as it was', async () => {
    const { endAll } = await killBuild(() => filesMade() > 200);
    endAll();
    expect(fingerprints(at('dist'))).toEqual(standing);
  });

  it('while it looks at what it made leaves the site as it was', async () => {
    const { endAll } = await killBuild((said) => said.includes('核对每个登记的地址'));
    endAll();
    expect(filesMade()).toBeGreaterThan(1000);
    expect(fingerprints(at('dist'))).toEqual(standing);
  });

  it('in the midst of the swap is put right by serving', async () => {
    renameSync(at('dist'), at('.dist-old'));
    const serve = spawn('node', ['scripts/serve.ts', '--port', '4610'], {
      cwd: copy.folder,
      env: copy.environment,
    });
    const [said] = (await once(serve.stdout, 'data')) as [Buffer];
    serve.kill();
    expect(String(said)).toContain('打开，按 Ctrl-C 结束。');
    expect(fingerprints(at('dist'))).toEqual(standing);
  });

  it('in all these ways, then in the midst of the swap and with its children alive, is followed by one that is right, with the clock wrong and no network', async () => {
    const { endAll } = await killBuild(() => filesMade() > 200);
    try {
      renameSync(at('dist'), at('.dist-old'));
      const machine = new URL('../helpers/other-machine.ts', import.meta.url).href;
      const { status, output } = copy.build({ NODE_OPTIONS: `--import=${machine}` });
      expect(status, output).toBe(0);
      expect(output).toContain('上一次换上新网站时断了，已把原来的 dist/ 放回原处。');
      expect(fingerprints(at('dist'))).toEqual(fingerprints(dist));
      expect(existsSync(at('.dist-old'))).toBe(false);
    } finally {
      endAll();
      rmSync(at('dist'), { recursive: true });
      cpSync(dist, at('dist'), { recursive: true });
      writeFileSync(at('dist/earlier.txt'), 'of an earlier build');
    }
  });
});

/** A build that may write its work only to what `mount` puts there; what else it needs is as ever. */
function buildOn(mount: string): { status: number | null; output: string } {
  rmSync(at('.dist-next'), { recursive: true, force: true });
  mkdirSync(at('.dist-next'));
  const { status, stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o ${mount} tmpfs .dist-next && exec node scripts/build.ts`],
    { cwd: copy.folder, env: copy.environment, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

/**
 * Whether this machine lets a test mount a disk of its own, full or read-only: that needs Linux with `unshare` and user
 * namespaces open to everyone, which some containers and hardened systems close. Elsewhere no disk can be made to fail
 * so without touching the machine's own.
 */
const mounts = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp']).status === 0;

describe('a build that cannot write', () => {
  it.skipIf(!mounts)('says so when the disk is full, and leaves the site as it was', () => {
    const { status, output } = buildOn('size=8m');
    expect(status, output).toBe(1);
    expect(output).toMatch(
      new RegExp(`\\n写不了 \\S+/\\.dist-next/\\d+：磁盘满了。腾出空间再试。\\n${unchanged}\\n$`),
    );
    expect(fingerprints(at('dist'))).toEqual(standing);
  });

  it.skipIf(!mounts)('says so when its folder is read-only, before it has built anything', () => {
    const { status, output } = buildOn('ro');
    expect(status, output).toBe(1);
    expect(output).toMatch(
      new RegExp(`写不了 \\S+/\\.dist-next/\\d+：磁盘只读。换一个可写的地方再试。\\n${unchanged}\\n$`),
    );
    expect(output).not.toContain('建网页');
    expect(fingerprints(at('dist'))).toEqual(standing);
  });

  it('says so when a file is where its folder should be', () => {
    rmSync(at('.dist-next'), { recursive: true, force: true });
    writeFileSync(at('.dist-next'), 'somebody’s file');
    const { status, output } = copy.build({});
    expect(status, output).toBe(1);
    expect(output).toMatch(
      new RegExp(`写不了 \\S+/\\.dist-next：已有同名的文件或文件夹。移开它再试。\\n${unchanged}\\n$`),
    );
    expect(fingerprints(at('dist'))).toEqual(standing);
    rmSync(at('.dist-next'));
  });
});
