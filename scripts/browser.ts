import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Advice } from './explain.ts';
import { installPackages } from './programs.ts';

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

/** How a browser is come by; tests exchange it. */
export interface BrowserSource {
  /** Path of a browser already here. */
  readonly find: () => string | undefined;
  /** The ways to install one, in the order they are tried. */
  readonly ways: readonly (() => void)[];
}

/** A headless Chromium: the one found, else one installed now; otherwise an error that says what to do. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), args: launchFlags });
}

/** Path of a browser: the one `CHROMIUM_PATH` names, one found, one installed now; otherwise an error that says what to do. */
export function requireBrowser({ find, ways }: BrowserSource = thisMachine): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Advice(`CHROMIUM_PATH 指的 ${named} 不存在。改成已有的 Chrome/Chromium，或删去这个环境变量。`);
  }
  const found = find();
  if (found !== undefined) return found;
  console.log('没有找到 Chromium，正在安装……');
  for (const install of ways) {
    install();
    const installed = find();
    if (installed !== undefined) return installed;
  }
  throw new Advice(
    '没有找到 Chromium，也没能装上。装好后再试：Debian/Ubuntu 用 apt-get install -y chromium fonts-noto-cjk；' +
      '其他系统用 npx playwright-core install chromium，或把环境变量 CHROMIUM_PATH 指向已有的 Chrome/Chromium。',
  );
}

const thisMachine: BrowserSource = {
  find: () => [chromium.executablePath(), ...installed].find((path) => existsSync(path)),
  ways: [
    () => installPackages(['chromium', 'fonts-noto-cjk']),
    () => spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'ignore', timeout: 600_000 }),
  ],
};

/** True when the browser has a font for Chinese: without one every character is the same empty box. */
export async function hasChineseFont(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  try {
    const [first, second] = await Promise.all(['京', '津'].map((character) => pictureOf(page, character)));
    return first !== second;
  } finally {
    await page.close();
  }
}

/** What the browser draws for a character. */
function pictureOf(page: Page, character: string): Promise<string> {
  return page.evaluate((text) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    if (context === null) return text;
    context.font = '40px sans-serif';
    context.fillText(text, 10, 60);
    return canvas.toDataURL();
  }, character);
}

/** What to do where `hasChineseFont` is false. */
export const fontAdvice =
  '这台机器没有中文字体，图上只会有空框。装好后再试：Debian/Ubuntu 用 apt-get install -y fonts-noto-cjk；' +
  '其他系统装任一套简体中文字体。';
