import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';

/** One page of each type; what can be measured on every page is in every-page.test.ts. */
const samples = [
  '/',
  '/agreements/',
  '/agreements/xiongan-zhanlue-hezuo-2017/',
  '/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/',
  '/agreements/xiongan-zhanlue-hezuo-2017/duijie-jizhi/',
  '/agreements/beijing-yaodian-2019/',
  '/agreements/xiongan-zongti-guihua/',
  '/work-points/',
  '/work-points/2019-jiaotong-3/',
  '/projects/',
  '/projects/by/status/planned/',
  '/projects/jing-xiong-gaosu/',
  '/statements/',
  '/statements/2023-cao-qingwei-jingxiong-gaosu/',
  '/organisations/beijing-xietongban/',
  '/events/2019-10-21-jing-ji-zuotan/',
  '/figures/',
  '/tensions/',
  '/as-of/',
  '/as-of/2019-06-03/',
  '/accessibility/',
  '/method/',
  '/codebook/',
  '/verification/',
  '/verification/jing-ji-hezuo-2019/',
  '/sources/',
  '/sources/guangdu-shendu-2019/coverage/',
  '/sources/xiongan-xieyi-2017/',
  '/regions/',
  '/regions/xiongan/',
  '/leaders/',
  '/leaders/chen-jining/',
  '/leaders/timeline/',
  '/leaders/same-name/',
  '/obligations/',
  '/obligations/themes/',
  '/themes/',
  '/themes/jiaotong/',
  '/search/',
  '/404.html',
];

let site: OpenSite;

beforeAll(async () => {
  site = await openSite(dist);
});

afterAll(() => site.close());

describe.each(samples)('%s', (address) => {
  it('needs no sideways scroll at 200 % on a small screen, and hides nothing under it', async () => {
    // Zoom halves the pixels a page has and doubles those of the screen.
    const viewport = { width: 640, height: 400 };
    const { page } = await site.open(address, { viewport, deviceScaleFactor: 2 });
    const { overflow, cut } = await page.evaluate(() => ({
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      cut: [...document.querySelectorAll('main *')].filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        const isHidden = overflowX === 'hidden' || overflowY === 'hidden';
        return isHidden && !each.matches('.visually-hidden') && each.scrollHeight > each.clientHeight + 1;
      }).length,
    }));
    expect([overflow, cut]).toEqual([0, 0]);
    await page.context().close();
  });

  it('keeps every mark and every control in sight where colours are forced', async () => {
    const { page } = await site.open(address, { forcedColors: 'active' });
    const lost = await page.evaluate(() => {
      const ground = getComputedStyle(document.body).backgroundColor;
      const isSeen = (each: Element): boolean => {
        const { color, backgroundColor, borderTopWidth, borderBottomWidth } = getComputedStyle(each);
        const isFilled = backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== ground;
        const isFramed = parseFloat(borderTopWidth) + parseFloat(borderBottomWidth) > 0;
        const isRead = color !== (isFilled ? backgroundColor : ground);
        return (each.textContent.trim() === '' || isRead) && (isFilled || isFramed || !each.matches('.mark'));
      };
      return [...document.querySelectorAll('.mark, a, button')]
        .filter((each) => each.checkVisibility() && !isSeen(each))
        .map((each) => each.outerHTML);
    });
    expect(lost).toEqual([]);
    await page.context().close();
  });

  it('says the same without JavaScript', async () => {
    const { page } = await site.open(address);
    const withScript = await page.locator('main h1, main h2, main p, main li, main dd').allInnerTexts();
    const { page: bare } = await site.open(address, { javaScriptEnabled: false });
    const without = await bare.locator('main h1, main h2, main p, main li, main dd').allInnerTexts();
    for (const text of withScript) if (address !== '/search/') expect(without).toContain(text);
    expect(await bare.locator('main a, header a').count()).toBeGreaterThan(5);
    await page.context().close();
    await bare.context().close();
  });
});

it('opens a clause at its anchor, below nothing that hides it, at 360 px too', async () => {
  for (const width of [1280, 360]) {
    const { page } = await site.open('/agreements/xiongan-zhanlue-hezuo-2017/#jiaotong-2', {
      viewport: { width, height: 800 },
    });
    const clause = page.locator('#jiaotong-2');
    const box = await clause.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(800);
    expect(await clause.innerText()).toContain('加快建设京雄铁路');
    const marked = await clause
      .locator('.said')
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(marked).not.toBe('rgba(0, 0, 0, 0)');
    await page.context().close();
  }
});

it('leads from home to the transport clauses in two clicks', async () => {
  const { page } = await site.open('/');
  await page.getByRole('link', { name: /^交通/ }).first().click();
  await page.getByText('加快建设京雄铁路').first().waitFor();
  expect(page.url()).toContain('#area-jiaotong');
  await page.context().close();
});

it('answers in three clicks what Beijing promised Xiongan on schools and what was said of it since', async () => {
  const { page } = await site.open('/');
  await page
    .getByRole('link', { name: /^公共服务/ })
    .first()
    .click();
  await page
    .locator('#gonggong-fuwu-2')
    .getByRole('link', { name: /后来提到/ })
    .click();
  await page.waitForURL(/gonggong-fuwu-2\/#later/);
  const later = await page.locator('#later').innerText();
  expect(later).toContain('抓好4个“交钥匙”项目开工建设');
  expect(later).toContain('高质量抓好“交钥匙”项目建设');
  expect(await page.locator('main').innerText()).toContain('北京市采取“交钥匙”工程方式');
  await page.context().close();
});

it('gathers a theme in one page: clauses, work points, projects, statements and figures', async () => {
  for (const theme of ['jiaotong', 'shengtai']) {
    const { page } = await site.open('/');
    await page.locator('.masthead').getByRole('link', { name: '主题' }).click();
    await page.locator(`main a[href="/themes/${theme}/"]`).first().click();
    await page.waitForURL(`**/themes/${theme}/`);
    for (const name of [/^条款/, /^工作要点/, /^项目/, /^言论/, /^数字/]) {
      const heading = page.getByRole('heading', { name, level: 2 });
      expect(await heading.count(), `${theme} ${String(name)}`).toBe(1);
    }
    await page.context().close();
  }
});

it('answers an unknown address with the page that explains it', async () => {
  const { page } = await site.open('/no-such-page-404/');
  expect(await page.locator('h1').innerText()).toBe('没有这一页');
  await page.context().close();
});

it('is reached by keyboard from the first key: the skip link comes first and works', async () => {
  const { page } = await site.open('/agreements/xiongan-zhanlue-hezuo-2017/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await page.context().close();
});

it('prints without navigation and with every clause', async () => {
  const { page } = await site.open('/agreements/xiongan-zhanlue-hezuo-2017/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead-list').isVisible()).toBe(false);
  expect(await page.locator('.said-clause:visible').count()).toBe(23);
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  await page.context().close();
});
