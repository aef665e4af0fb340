import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Flags for a browser that runs as root and must reach nothing but this machine. */
const launchFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A headless Chromium: the one found, else one installed now; otherwise an error that says what to do. */
export async function launchBrowser(): Promise<Browser> {
  const path = findBrowser() ?? installBrowser();
  if (path === undefined) {
    throw new Error(
      '没有找到 Chromium，也没能装上。装好后再试：Debian/Ubuntu 用 apt-get install -y chromium fonts-noto-cjk；' +
        '其他系统用 npx playwright-core install chromium，或把环境变量 CHROMIUM_PATH 指向已有的 Chrome/Chromium。',
    );
  }
  return chromium.launch({ executablePath: path, args: launchFlags });
}

/** Path of a browser already here. */
export function findBrowser(): string | undefined {
  return [process.env['CHROMIUM_PATH'], chromium.executablePath(), ...installed].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** Tries each way to install one; `undefined` when none works. */
function installBrowser(): string | undefined {
  console.log('没有找到 Chromium，正在安装……');
  const ways: [string, string[]][] = [
    ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']],
    ['npx', ['playwright-core', 'install', 'chromium']],
  ];
  for (const [command, args] of ways) {
    if (command === 'apt-get') spawnSync('apt-get', ['update'], { stdio: 'ignore', timeout: 180_000 });
    try {
      execFileSync(command, args, { stdio: 'ignore', timeout: 600_000 });
    } catch {
      continue;
    }
    const found = findBrowser();
    if (found !== undefined) return found;
  }
  return undefined;
}
