import { describe, expect, it, vi } from 'vitest';
import { requireBrowser } from '../../../scripts/browser.ts';
import { nginx, requireProgram, wrk } from '../../../scripts/programs.ts';

describe('a program of the system', () => {
  it('is taken where it lies, the search path or not', () => {
    const install = vi.fn();
    expect(requireProgram(nginx, { has: (path) => path === '/usr/sbin/nginx', install })).toBe(
      '/usr/sbin/nginx',
    );
    expect(install).not.toHaveBeenCalled();
  });

  it('is installed when it is missing', () => {
    const there = new Set<string>();
    const install = vi.fn(() => there.add('/usr/sbin/nginx'));
    expect(requireProgram(nginx, { has: (path) => there.has(path), install })).toBe('/usr/sbin/nginx');
    expect(install).toHaveBeenCalledExactlyOnceWith(['nginx']);
  });

  it.each([
    [
      nginx,
      '没有找到 nginx，也没能装上。装好后再试：Debian/Ubuntu 用 apt-get install -y nginx；其他系统用它的包管理器装 nginx（macOS：brew install nginx）。',
    ],
    [
      wrk,
      '没有找到 wrk，也没能装上。装好后再试：Debian/Ubuntu 用 apt-get install -y wrk；其他系统用它的包管理器装 wrk（macOS：brew install wrk）。',
    ],
  ])('says what to do when there is no way to it', (program, message) => {
    expect(() => requireProgram(program, { has: () => false, install: () => undefined })).toThrow(
      new Error(message),
    );
  });
});

describe('a browser', () => {
  const unnamed = <T>(use: () => T): T => {
    vi.stubEnv('CHROMIUM_PATH', '');
    try {
      return use();
    } finally {
      vi.unstubAllEnvs();
    }
  };

  it('is installed by the first way that works', () => {
    let there = false;
    const last = vi.fn();
    const ways = [vi.fn(), vi.fn(() => (there = true)), last];
    expect(unnamed(() => requireBrowser({ find: () => (there ? '/chromium' : undefined), ways }))).toBe(
      '/chromium',
    );
    expect(last).not.toHaveBeenCalled();
  });

  it('says what to do when there is none and no way to one', () => {
    expect(() => unnamed(() => requireBrowser({ find: () => undefined, ways: [] }))).toThrow(
      '没有找到 Chromium，也没能装上。装好后再试：Debian/Ubuntu 用 apt-get install -y chromium fonts-noto-cjk；' +
        '其他系统用 npx playwright-core install chromium，或把环境变量 CHROMIUM_PATH 指向已有的 Chrome/Chromium。',
    );
  });

  it('is not another than the one that was named', () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    expect(() => requireBrowser({ find: () => '/usr/bin/chromium', ways: [] })).toThrow(
      'CHROMIUM_PATH 指的 /nowhere/chromium 不存在。改成已有的 Chrome/Chromium，或删去这个环境变量。',
    );
    vi.unstubAllEnvs();
  });
});
