import { toMegabytes, type Edition, type SavingFault } from '../lib/offline.ts';
import { toChineseDate } from '../lib/partial-date.ts';

/** What is known of the site in this browser and on the network. */
export interface Keeping {
  /** The edition kept whole, if any. */
  readonly held?: Edition;
  /** An edition kept whole that waits to take its place. */
  readonly next?: Edition;
  /** What the site publishes now; absent where it cannot be asked. */
  readonly published?: Edition;
  /** How far saving has come, while it runs. */
  readonly saving?: { readonly saved: number; readonly of?: number };
  /** Why the last saving failed. */
  readonly fault?: SavingFault;
  /** How many files lie here, whole edition or not. */
  readonly files: number;
}

/** What a reader is told, and what each button says; a button without words is not shown. */
export interface Told {
  readonly lines: readonly string[];
  readonly save?: string;
  readonly takeOver?: string;
  readonly remove?: string;
}

/** Says what is kept, what can be done about it, and nothing that is not known. */
export function wordsFor(keeping: Keeping): Told {
  const { held, next, published, saving, files } = keeping;
  const lines = [heldLine(keeping), ...faultLines(keeping), newsLine(keeping)];
  if (saving !== undefined) return { lines };
  const isNew = published !== undefined && published.edition !== (next ?? held)?.edition;
  const size = published === undefined ? '' : `（约 ${toMegabytes(published.bytes)}）`;
  return {
    lines,
    ...(isNew ? { save: held === undefined ? `离线保存${size}` : '取新的一版' } : {}),
    ...(next === undefined ? {} : { takeOver: '换上新的一版' }),
    ...(held !== undefined || files > 0 ? { remove: '删去' } : {}),
  };
}

/** Which edition, in a reader's words. */
export function nameOf({ cutOff, edition }: Edition): string {
  return `内容截至${toChineseDate(cutOff)}，版本 ${edition}`;
}

function heldLine({ held, files, saving }: Keeping): string {
  if (held === undefined)
    return files === 0 || saving !== undefined
      ? '这个浏览器里还没有存。'
      : '没有存成完整的一版；已取的文件还在，再按“离线保存”接着取。';
  const name = `${nameOf(held)}，${String(held.files)}个文件，约 ${toMegabytes(held.bytes)}`;
  return files < held.files
    ? `存过一版：${name}。浏览器清掉了其中一些文件，请删去后再存一次。`
    : `已经存好一版：${name}。没有网络也能看、能检索。`;
}

function newsLine({ held, next, published, saving }: Keeping): string {
  if (saving !== undefined) {
    const of = saving.of === undefined ? '' : `，共${String(saving.of)}个`;
    return `正在取：已取${String(saving.saved)}个文件${of}。可以看别的页，不要关浏览器。`;
  }
  if (next !== undefined)
    return `新的一版也存好了：${nameOf(next)}。按“换上新的一版”，或关掉本站各页后再打开。`;
  if (published === undefined) return '现在连不上网站，不知道有没有新的一版。';
  if (held === undefined) return `网站现在的一版：${nameOf(published)}。`;
  return held.edition === published.edition
    ? '和网站现在的一版相同。'
    : `网站有新的一版：${nameOf(published)}。`;
}

const faults: Readonly<Record<SavingFault, string>> = {
  network: '没有存完：网络断了。连上后再按一次，从断的地方接着取。',
  space: '没有存完：这台设备给浏览器的空间不够。腾出空间后再按一次。',
  changed: '没有存完：取到的文件和这一版不符，多半是网站刚换了一版。过一会儿刷新本页再试。',
  refused: '没有存成：这个浏览器现在不许网站存东西，例如在无痕窗口里。',
  stopped: '没有存完：浏览器中途停了下来。再按一次，从停的地方接着取。',
};

function faultLines({ fault, held }: Keeping): string[] {
  if (fault === undefined) return [];
  return [faults[fault], ...(held === undefined ? [] : ['原来存的一版没有动。'])];
}
