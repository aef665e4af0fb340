import type { Browser, Page } from 'playwright-core';

/** A box on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a page shows in pure magenta, a colour the site has nowhere, as one box; undefined when there is none. */
export type MagentaFinder = (page: Page) => Promise<Box | undefined>;

/** Makes every page of the context paint what a text fragment found in pure magenta. */
export async function paintFragments(page: Page): Promise<void> {
  const rule =
    '::target-text{background-color:#f0f!important;color:#f0f!important;text-decoration:none!important}';
  const sheets = new Map<string, string>();
  await page.context().route('**/*.css', async (route) => {
    const url = route.request().url();
    const sheet = sheets.get(url) ?? (await (await route.fetch()).text());
    sheets.set(url, sheet);
    await route.fulfill({ contentType: 'text/css', body: sheet + rule });
  });
}

/** Screenshots are read by a page of their own: a browser knows PNG. */
export async function magentaFinder(browser: Browser): Promise<MagentaFinder> {
  const reader = await browser.newPage();
  return async (page) => {
    const shot = (await page.screenshot({ animations: 'disabled' })).toString('base64');
    const box = await reader.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
      const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
      pixels.forEach((pixel, at) => {
        if (pixel !== 0xffff00ff) return;
        const x = at % image.width;
        const y = Math.floor(at / image.width);
        found.left = Math.min(found.left, x);
        found.right = Math.max(found.right, x + 1);
        found.top = Math.min(found.top, y);
        found.bottom = Math.max(found.bottom, y + 1);
      });
      return found;
    }, shot);
    return box.left > box.right ? undefined : box;
  };
}
