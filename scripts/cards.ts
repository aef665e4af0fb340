import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { launchBrowser } from './browser.ts';
import { cardsOf, recordOf, staleCards, type DrawnCard } from './card-data.ts';
import { cardHtml, cardSize, type Card } from './card-template.ts';
import { projectRoot, readOptions } from './cli.ts';
import { drawIcons, iconsHash, missingIcons } from './icons.ts';

const usage = `用法：npm run cards [-- --check]

照 dist/ 里的页面画分享用的图片（首页和每份协议、每个主题、每条线索），照 public/icon.svg 画各种图标。
画好的放在 public/，记在 src/queries/cards.json，一起提交。只重画变了的；画完再 npm run build，网页才用上新的。
  --check  只核对，不画：有图片或图标过时、缺少或多余就失败`;

/** What was drawn, of what. */
interface Drawn {
  readonly size: typeof cardSize;
  readonly icons: string;
  readonly cards: Readonly<Record<string, DrawnCard>>;
}

/** Folders of what is drawn and what it is drawn from. */
export const places = {
  dist: join(projectRoot, 'dist'),
  public: join(projectRoot, 'public'),
  cards: join(projectRoot, 'public/cards'),
  record: join(projectRoot, 'src/queries/cards.json'),
} as const;

/** What is not drawn as it should be, page by page and file by file. */
export function staleDrawings(): string[] {
  const record = readRecord();
  const files = new Set(Object.values(record.cards).map(({ file }) => file));
  const strays = existsSync(places.cards) ? readdirSync(places.cards).filter((file) => !files.has(file)) : [];
  return [
    ...staleCards(cardsOf(places.dist), record.cards, places.cards),
    ...strays.map((file) => `public/cards/${file}`),
    ...(record.icons === iconsHash(places.public) ? [] : ['public/icon.svg']),
    ...missingIcons(places.public),
  ];
}

async function draw(): Promise<void> {
  const record = readRecord();
  const cards = cardsOf(places.dist);
  const stale = new Set(staleCards(cards, record.cards, places.cards));
  mkdirSync(places.cards, { recursive: true });
  const due = cards.filter(({ page }) => stale.has(page));
  if (due.length > 0) await photograph(due);
  const drawn = cards.map((card) => [card.page, recordOf(card)] as const);
  const files = new Set(drawn.map(([, { file }]) => file));
  for (const file of readdirSync(places.cards)) if (!files.has(file)) rmSync(join(places.cards, file));
  if (record.icons !== iconsHash(places.public) || missingIcons(places.public).length > 0) {
    await drawIcons(places.public);
  }
  const next: Drawn = { size: cardSize, icons: iconsHash(places.public), cards: Object.fromEntries(drawn) };
  writeFileSync(`${places.record}.tmp`, `${JSON.stringify(next, null, 2)}\n`);
  renameSync(`${places.record}.tmp`, places.record);
  console.log(`图片${String(cards.length)}张，重画${String(due.length)}张。`);
}

async function photograph(cards: readonly Card[]): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: cardSize });
    for (const card of cards) {
      await page.setContent(cardHtml(card));
      await fitOrFail(page, card);
      const picture = await page.screenshot({ type: 'png' });
      const small = await sharp(picture)
        .png({ palette: true, colours: 16, dither: 0, effort: 10 })
        .toBuffer();
      writeFileSync(join(places.cards, recordOf(card).file), small);
    }
  } finally {
    await browser.close();
  }
}

/** Nothing of a card is cut off: rather no picture than half a sentence. */
async function fitOrFail(page: Page, card: Card): Promise<void> {
  const excess = await page.evaluate(() => {
    const main = document.querySelector('main');
    return main === null ? 0 : main.scrollHeight - main.clientHeight;
  });
  if (excess > 0) throw new Error(`${card.page} 的图片放不下它的文字，多出${String(excess)}像素。`);
}

function readRecord(): Drawn {
  return JSON.parse(readFileSync(places.record, 'utf8')) as Drawn;
}

if (import.meta.main) {
  const { values } = readOptions({ usage, options: { check: { type: 'boolean' } } });
  if (!existsSync(join(places.dist, '404.html'))) {
    console.error('还没有建成的网站。先运行 npm run build。');
    process.exit(1);
  }
  if (values.check !== true) await draw();
  else {
    const stale = staleDrawings();
    for (const each of stale) console.error(`过时：${each}`);
    if (stale.length > 0) console.error('运行 npm run cards，再 npm run build。');
    process.exitCode = stale.length === 0 ? 0 : 1;
  }
}
