import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fontAdvice, hasChineseFont, launchBrowser } from './browser.ts';
import { projectRoot, readOptions } from './cli.ts';
import { Advice } from './explain.ts';
import { serveFolder } from './server.ts';

const usage = `用法：npm run shots [-- --out 目录] [地址 …]

给已建成的 dist/ 拍照：每个地址在 360、768、1280 像素宽，浅色和深色各一张。
不给地址就拍每类页面各一页。`;

const samples = [
  '/',
  '/agreements/',
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/',
  '/sources/',
  '/sources/xiongan-xieyi-2017/',
  '/regions/',
  '/regions/xiongan/',
  '/leaders/chen-jining/',
  '/themes/',
  '/themes/jiaotong/',
  '/chains/',
  '/chains/jing-xiong-gaosu/',
  '/as-of/2019-06-03/',
  '/search/?q=京雄',
  '/404.html',
];

const { values, positionals } = readOptions({ usage, options: { out: { type: 'string' } } });
const out = values.out ?? join(projectRoot, 'test-results/shots');
mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
const server = await serveFolder(join(projectRoot, 'dist'), 4400);
try {
  if (!(await hasChineseFont(browser))) throw new Advice(fontAdvice);
  for (const address of positionals.length > 0 ? positionals : samples) {
    for (const width of [360, 768, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(new URL(address.slice(1), server.url).href, { waitUntil: 'networkidle' });
        const name = address.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'home';
        await page.screenshot({
          path: join(out, `${name}-${String(width)}-${colorScheme}.png`),
          fullPage: true,
        });
        await page.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`照片在 ${out}`);
