import { securityHeaders, type Header } from '../src/lib/host-headers.ts';
import { attributeOf, elementsOf, parseHtml, type HtmlElement } from '../src/lib/html.ts';
import { citationFormats, routes, splitAddress, withBase } from '../src/routes.ts';
import { unpackTable } from '../src/search/page.ts';

/** What a check found: all well, something a host might do better, or something readers will trip over. */
export interface Finding {
  readonly level: 'good' | 'note' | 'bad';
  readonly text: string;
}

/** A site that answers at an address ending in `/`. */
export interface Deployed {
  readonly url: URL;
  /** Asks for an address below the host's root; follows no redirect. */
  readonly ask: (address: string) => Promise<Response>;
}

type Check = (site: Deployed) => Promise<Finding[]>;

const good = (text: string): Finding => ({ level: 'good', text });
const note = (text: string): Finding => ({ level: 'note', text });
const bad = (text: string): Finding => ({ level: 'bad', text });

/** Looks at a deployed site as its readers, their browsers and their tools will; nothing is taken from this machine. */
export async function smoke(site: Deployed): Promise<Finding[]> {
  const front = await findingsOf(checkFront, site);
  // Where the front page does not stand as it should, every other finding would only say so again.
  if (front.some(({ level }) => level === 'bad')) return front;
  const findings = [...front];
  for (const check of checks) findings.push(...(await findingsOf(check, site)));
  return findings;
}

/** Something that makes the rest of a check pointless. */
class Trouble extends Error {}

async function findingsOf(check: Check, site: Deployed): Promise<Finding[]> {
  try {
    return await check(site);
  } catch (error) {
    if (error instanceof Trouble) return [bad(error.message)];
    if (error instanceof SyntaxError) return [bad(`回答的不是 JSON：${error.message}`)];
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return [bad(`没有回答：${cause instanceof Error ? cause.message : String(cause)}`)];
  }
}

/** The body of an address that must answer 200 with this type. */
async function expectFile({ ask }: Deployed, address: string, type: string): Promise<string> {
  const response = await ask(address);
  if (response.status !== 200) throw new Trouble(`${address} 答 ${String(response.status)}，应是 200。`);
  const given = response.headers.get('content-type') ?? '无';
  if (!given.startsWith(type)) throw new Trouble(`${address} 的类型是 ${given}，应是 ${type}。`);
  return response.text();
}

const elementsIn = (html: string): HtmlElement[] => [...elementsOf(parseHtml(html))];

const checkFront: Check = async (site) => {
  const base = site.url.pathname;
  const elements = elementsIn(await expectFile(site, base, 'text/html'));
  const icons = elements.filter((each) => each.tagName === 'link' && attributeOf(each, 'rel') === 'icon');
  const [builtFor] = icons.flatMap(
    (icon) => /^(.*\/)icon\.svg$/.exec(attributeOf(icon, 'href') ?? '')?.[1] ?? [],
  );
  if (builtFor === undefined) throw new Trouble(`${base} 不是本网站的首页。`);
  if (builtFor !== base) {
    throw new Trouble(`网站是为 ${builtFor} 建的，却放在 ${base}：用 BASE_PATH=${base} 重建。`);
  }
  if (!elements.some((each) => attributeOf(each, 'http-equiv') === 'Content-Security-Policy')) {
    throw new Trouble(`${base} 没有自带内容策略。`);
  }
  return [good(`首页 ${base}`), checkCanonical(site.url, elements), ...(await checkAssets(site, elements))];
};

function checkCanonical(url: URL, elements: readonly HtmlElement[]): Finding {
  const link = elements.find((each) => attributeOf(each, 'rel') === 'canonical');
  const said = link && attributeOf(link, 'href');
  if (said === url.href) return good(`自称在 ${said}`);
  return said?.startsWith('http') === true
    ? note(`自称在 ${said}，其实在 ${url.href}：用 SITE_URL=${url.origin} 重建，引文里的地址才对。`)
    : note(`没有说自己在哪里：用 SITE_URL=${url.origin} 重建，引文里才有完整的地址。`);
}

async function checkAssets(site: Deployed, elements: readonly HtmlElement[]): Promise<Finding[]> {
  const styles = elements.flatMap((each) =>
    attributeOf(each, 'rel') === 'stylesheet' ? (attributeOf(each, 'href') ?? []) : [],
  );
  const scripts = elements.flatMap((each) =>
    each.tagName === 'script' ? (attributeOf(each, 'src') ?? []) : [],
  );
  for (const address of styles) await expectFile(site, address, 'text/css');
  for (const address of scripts) await expectFile(site, address, 'text/javascript');
  return [
    good(`样式与脚本 ${String(styles.length + scripts.length)} 个`),
    ...(await checkLifetime(site, styles[0] ?? scripts[0])),
  ];
}

async function checkLifetime({ ask }: Deployed, address: string | undefined): Promise<Finding[]> {
  if (address === undefined) return [];
  const lifetime = (await ask(address)).headers.get('cache-control') ?? '没有说';
  return lifetime.includes('immutable')
    ? []
    : [note(`${address} 不会变，主机没有让浏览器长存它（${lifetime}）。`)];
}

const checkClauses: Check = async (site) => {
  const records = JSON.parse(
    await expectFile(site, withBase(routes.data('clauses'), site.url.pathname), 'application/json'),
  ) as readonly { id: string }[];
  const id = records[0]?.id;
  if (id === undefined) throw new Trouble('数据里没有一项条款。');
  const { page, anchor } = splitAddress(withBase(routes.clauseInContext(id), site.url.pathname));
  const elements = elementsIn(await expectFile(site, page, 'text/html'));
  if (!elements.some((each) => attributeOf(each, 'id') === anchor)) {
    throw new Trouble(`${page} 上没有 #${String(anchor)}。`);
  }
  return [good(`数据 ${String(records.length)} 项条款，${page}#${String(anchor)} 打得开`)];
};

const checkSearch: Check = async (site) => {
  const at = (path: string): string => withBase(`${routes.search}${path}`, site.url.pathname);
  await expectFile(site, at(''), 'text/html');
  await expectFile(site, at('entities.json'), 'application/json');
  const table = unpackTable(JSON.parse(await expectFile(site, at('index/pages.json'), 'application/json')));
  const part = at(`index/${table.version}/part-0.json`);
  await expectFile(site, part, 'application/json');
  return [good(`检索 ${String(table.pages.length)} 页`), ...(await checkLifetime(site, part))];
};

const checkFiles: Check = async (site) => {
  const list = withBase(routes.listCsv('projects'), site.url.pathname);
  await expectFile(site, list, 'text/csv');
  const table = JSON.parse(
    await expectFile(site, withBase(routes.data('projects'), site.url.pathname), 'application/json'),
  ) as readonly { url: string }[];
  const page = table[0]?.url;
  if (page === undefined) return [good(`清单 ${list}`)];
  for (const format of citationFormats) {
    const address = routes.citationFile(page, format);
    const { status } = await site.ask(address);
    if (status !== 200) throw new Trouble(`${address} 答 ${String(status)}，应是 200。`);
  }
  return [good(`清单 ${list}，引文 ${routes.citationFile(page, 'bib')}`)];
};

const checkMissing: Check = async (site) => {
  const address = `${site.url.pathname}mei-you-zhe-yi-ye/`;
  const response = await site.ask(address);
  if (response.status !== 404) {
    throw new Trouble(
      `没有的地址 ${address} 答 ${String(response.status)}，应是 404：读者和搜索引擎会当真。`,
    );
  }
  return (await response.text()).includes('没有这一页')
    ? [good('没有的地址答 404，并有说明')]
    : [note('没有的地址答 404，但不是本网站的说明页：让主机用 404.html。')];
};

interface OldAddress {
  readonly kind: 'moved' | 'retired';
  readonly url: string;
  readonly to?: string;
}

const checkOldAddresses: Check = async (site) => {
  const all = JSON.parse(
    await expectFile(site, withBase(routes.addresses, site.url.pathname), 'application/json'),
  ) as readonly OldAddress[];
  const pages = all.filter(({ url }) => !url.includes('#'));
  const dead: string[] = [];
  for (const old of pages) if (!(await leadsOn(site, old))) dead.push(old.url);
  if (dead.length > 0) throw new Trouble(`旧地址不通：${dead.join('、')}`);
  return [good(`旧地址 ${String(pages.length)} 个都通`)];
};

/** By the host's redirect, by the page's own, or by a copy of the file; what was retired says so. */
async function leadsOn(site: Deployed, { url, to }: OldAddress): Promise<boolean> {
  const response = await site.ask(url);
  const location = response.headers.get('location');
  if (location !== null)
    return to !== undefined && new URL(location, site.url).pathname === splitAddress(to).page;
  if (response.status === 410) return to === undefined;
  if (response.status !== 200) return false;
  const text = await response.text();
  return to === undefined || !url.endsWith('/') || text.includes(`url=${to}"`);
}

const checkHeaders: Check = async (site) => {
  const { headers } = await site.ask(site.url.pathname);
  const lacking = securityHeaders.filter(([name]) => !headers.has(name)).map(([name]) => name);
  const other = securityHeaders.filter(([name, value]) => headers.has(name) && headers.get(name) !== value);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(site.url.hostname);
  const isSecure = site.url.protocol === 'https:';
  return [
    ...(lacking.length + other.length === 0 ? [good(`安全标头 ${String(securityHeaders.length)} 个`)] : []),
    ...(lacking.length === 0
      ? []
      : [note(`主机没有发这些标头：${lacking.join('、')}。网页自带的内容策略仍然有效。`)]),
    ...other.map(([name]: Header) => note(`${name} 与本站的不同：${headers.get(name) ?? ''}`)),
    ...(headers.has('content-encoding')
      ? [good(`压缩 ${headers.get('content-encoding') ?? ''}`)]
      : [note('主机没有压缩网页。')]),
    ...(headers.has('set-cookie') ? [note('主机给读者留了 cookie，本站不需要。')] : []),
    ...(isSecure || isLocal ? [] : [note('地址不是 https。')]),
    ...(isSecure && !headers.has('strict-transport-security')
      ? [note('没有 Strict-Transport-Security。')]
      : []),
  ];
};

const checks: readonly Check[] = [
  checkClauses,
  checkSearch,
  checkFiles,
  checkMissing,
  checkOldAddresses,
  checkHeaders,
];
