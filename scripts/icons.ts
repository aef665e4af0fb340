import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { hashOf } from './card-data.ts';

/** The one icon that is drawn by hand; the others are made from it. */
const original = 'icon.svg';

/** Square pictures by file name, with their side in pixels; a maskable one may be cut to a circle. */
const pictures = [
  { file: 'apple-touch-icon.png', side: 180, maskable: true },
  { file: 'icon-192.png', side: 192, maskable: false },
  { file: 'icon-512.png', side: 512, maskable: false },
  { file: 'icon-maskable-512.png', side: 512, maskable: true },
] as const;
const favicon = 'favicon.ico';

export function iconsHash(folder: string): string {
  return hashOf(readFileSync(join(folder, original), 'utf8') + JSON.stringify(pictures));
}

export function missingIcons(folder: string): string[] {
  const files = [...pictures.map(({ file }) => file), favicon];
  return files.filter((file) => !existsSync(join(folder, file))).map((file) => `public/${file}`);
}

/** Draws every icon from the one drawn by hand. */
export async function drawIcons(folder: string): Promise<void> {
  const svg = readFileSync(join(folder, original), 'utf8');
  for (const { file, side, maskable } of pictures) {
    writeFileSync(join(folder, file), await pictureOf(maskable ? withMargin(svg) : svg, side));
  }
  writeFileSync(join(folder, favicon), toIco(await pictureOf(svg, 32), 32));
}

function pictureOf(svg: string, side: number): Promise<Buffer> {
  const density = (72 * side) / 32;
  return sharp(Buffer.from(svg), { density })
    .resize(side, side)
    .png({ palette: true, colours: 16, effort: 10 })
    .toBuffer();
}

/** The sign drawn smaller on the same ground, so that a circle cuts nothing off it. */
function withMargin(svg: string): string {
  return svg.replace('<path ', '<path transform="translate(3.2 3.4) scale(.8)" ');
}

/** An ICO file that holds one PNG: a header of 6 bytes, an entry of 16, the picture. */
function toIco(png: Buffer, side: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(side, 6);
  head.writeUInt8(side, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
