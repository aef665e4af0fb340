import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../helpers/built-site.ts';

/** What a verb prints and ends with on a machine where something is otherwise. */
function run(
  script: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(projectRoot, 'scripts', script), ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('a machine', () => {
  it('whose port is in use gets the next one, and is told', async () => {
    const other = createServer().listen(4620);
    await once(other, 'listening');
    const serve = spawn(process.execPath, [join(projectRoot, 'scripts/serve.ts'), '--port', '4620']);
    let said = '';
    try {
      for await (const data of serve.stdout) {
        said += String(data);
        if (said.includes('Ctrl-C')) break;
      }
    } finally {
      serve.kill();
      other.close();
    }
    expect(said).toBe(
      '端口 4620 被占用，改用 4621。\n网站已在 http://localhost:4621/ 打开，按 Ctrl-C 结束。\n',
    );
  });

  it.each(['0', '65536', '43x1', '-1'])('is not asked for the port %s', (port) => {
    const { status, stderr } = run('serve.ts', [`--port=${port}`]);
    expect(status).toBe(1);
    expect(stderr).toBe(`“${port}”不是端口。写一个 1 到 65535 的整数，如 --port 4321。\n`);
  });

  it('whose browser is not where it was said to be is told so, in a line', () => {
    expect(run('shots.ts', ['/404.html'], { CHROMIUM_PATH: '/nowhere/chromium' })).toEqual({
      status: 1,
      stderr:
        'CHROMIUM_PATH 指的 /nowhere/chromium 不存在。改成已有的 Chrome/Chromium，或删去这个环境变量。\n',
    });
  });

  it.runIf(process.platform === 'linux')(
    'without a Chinese font is told so, and gets no picture of empty boxes',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'no-fonts-'));
      try {
        const config = join(folder, 'fonts.conf');
        writeFileSync(config, `<fontconfig><dir>${folder}</dir><cachedir>${folder}</cachedir></fontconfig>`);
        expect(run('shots.ts', ['--out', folder, '/404.html'], { FONTCONFIG_FILE: config })).toEqual({
          status: 1,
          stderr:
            '这台机器没有中文字体，图上只会有空框。装好后再试：Debian/Ubuntu 用 apt-get install -y fonts-noto-cjk；其他系统装任一套简体中文字体。\n',
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('that has no place to lay the site out for nginx is told so', () => {
    expect(run('nginx.ts', ['--out', '/dev/null/site'])).toEqual({
      status: 1,
      stderr:
        '写不了 /dev/null/site：路径上有一段不是文件夹。移开那个文件再试。\n没有摆好，原来的网站未动。\n',
    });
  });
});
