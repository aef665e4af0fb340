import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fontAdvice, hasChineseFont, launchBrowser } from './browser.ts';
import { projectRoot, readOptions } from './cli.ts';
import { Advice } from './explain.ts';
import { serveFolder } from './server.ts';

const usage = `用法：npm run shots [-- --out 目录] [--print] [地址 …]

给已建成的 dist/ 拍照：每个地址在 360、768、1280 像素宽，浅色和深色各一张。
不给地址就拍每类页面各一页；样页不在 dist/ 里的，说一声，跳过。
  --print  另存打印的样子（PDF）`;

const samples = [
  '/',
  '/agreements/',
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/',
  '/projects/jing-xiong-gaosu/',
  '/chains/jing-xiong-gaosu/',
  '/themes/',
  '/themes/jiaotong/',
  '/pictures/',
  '/regions/',
  '/regions/xiongan/',
  '/sources/',
  '/sources/xiongan-xieyi-2017/',
  '/sources/xiongan-xieyi-2017/coverage/',
  '/timeline/',
  '/leaders/chen-jining/',
  '/as-of/2019-06-03/',
  '/accessibility/',
  '/search/?q=京雄',
  '/404.html',
];

const { values, positionals } = readOptions({
  usage,
  options: { out: { type: 'string' }, print: { type: 'boolean' } },
});
const out = values.out ?? join(projectRoot, 'test-results/shots');
mkdirSync(out, { recursive: true });
const dist = join(projectRoot, 'dist');
const isThere = (address: string): boolean => existsSync(join(dist, address.replace(/\?.*$/, '')));
const wanted = positionals.length > 0 ? positionals : samples;
for (const address of wanted.filter((each) => !isThere(each)))
  console.error(`dist/ 里没有 ${address}，跳过。`);
const browser = await launchBrowser();
const server = await serveFolder(dist, 4400);
try {
  if (!(await hasChineseFont(browser))) throw new Advice(fontAdvice);
  for (const address of wanted.filter(isThere)) {
    const url = new URL(address.slice(1), server.url).href;
    const name = address.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'home';
    for (const width of [360, 768, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(url, { waitUntil: 'networkidle' });
        await page.screenshot({
          path: join(out, `${name}-${String(width)}-${colorScheme}.png`),
          fullPage: true,
        });
        await page.close();
      }
    }
    if (values.print !== true) continue;
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.pdf({ path: join(out, `${name}.pdf`), preferCSSPageSize: true });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`照片在 ${out}`);
