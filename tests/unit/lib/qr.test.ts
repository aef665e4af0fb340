import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrPath } from '../../../src/lib/qr.ts';

const address = 'https://example.org/record/agreements/xiongan-zhanlue-hezuo-2017/gonggong-fuwu-2/';

describe('a QR code', () => {
  it('reads as the text it was made of', () => {
    expect(decodeQR(draw(qrPath(address)))).toBe(address);
  });

  it('is one path of at most 4 KB with a quiet zone of four modules', () => {
    const { size, path } = qrPath(address);
    const columns = [...path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)].flatMap(([, x, , length]) => [
      Number(x),
      Number(x) + Number(length),
    ]);
    expect(path.length).toBeLessThan(4096);
    expect(Math.min(...columns)).toBe(4);
    expect(Math.max(...columns)).toBe(size - 4);
  });
});

/** The code as black on white, four pixels a module. */
function draw({ size, path }: { size: number; path: string }): {
  width: number;
  height: number;
  data: Uint8Array;
} {
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const from = (row * side + Number(x) * scale) * 4;
      for (let at = from; at < from + Number(length) * scale * 4; at += 4) data.fill(0, at, at + 3);
    }
  }
  return { width: side, height: side, data };
}
