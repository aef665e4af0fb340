import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import {
  cacheNameOf,
  isSaved,
  type Edition,
  type PageRequest,
  type SavedEdition,
  type SavingFault,
  type WorkerNews,
} from '../lib/offline.ts';
import { toChineseDate } from '../lib/partial-date.ts';

/** The worker's global scope as far as it is used; the types of pages know nothing of it. */
interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface WorkerScope {
  /** Put before this script by the build. */
  readonly savedEdition: SavedEdition;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: true }): Promise<readonly Pick<MessagePort, 'postMessage'>[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<PageRequest>) => void): void;
}
declare const self: WorkerScope;

/** How many files are fetched at a time: Workbox by itself takes one after another, minutes for a whole site. */
const atOnce = 8;
/** After how many files pages hear of it; a screen reader reads each news out. */
const newsEvery = 100;

const { list, ...edition } = self.savedEdition;
const { scope } = self.registration;

// Files are kept by address and content: those of two editions lie side by side, and what both have is fetched once.
const controller = new PrecacheController({
  cacheName: cacheNameOf(scope),
  plugins: [{ handlerWillRespond: ({ request, response }) => sayEdition(request, response) }],
});
controller.addToCacheList(
  list.map(({ url, sha256, moved }) => ({
    url,
    revision: sha256,
    ...(moved ? {} : { integrity: `sha256-${sha256}` }),
  })),
);

// A query is the page's own business: its file is the same.
const parameters = { directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/./] };
registerRoute(new PrecacheRoute(controller, parameters));
registerRoute(
  ({ request }) => request.mode === 'navigate',
  ({ request }) => fetch(request).catch(() => answerWithout(new URL(request.url))),
);

self.addEventListener('install', (event) => {
  event.waitUntil(saveAll(event));
});

// Only a whole edition gets here; what the one before had and this has not is thrown away now.
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([controller.activate(event), self.clients.claim()]));
});

self.addEventListener('message', ({ data, ports }) => {
  if (data === 'take-over') void self.skipWaiting();
  else ports[0]?.postMessage(edition satisfies Edition);
});

/** Fetches what is not yet there; fails with the first file that cannot be had, and then this edition is none. */
async function saveAll(event: Lasting): Promise<void> {
  const waiting = [...controller.getURLsToCacheKeys()];
  const total = waiting.length;
  const saveNext = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [url, cacheKey] = next;
      await save(url, cacheKey, event);
      const saved = total - waiting.length;
      if (saved % newsEvery === 0) void tell({ kind: 'saving', saved, of: total });
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, saveNext));
  } catch (error) {
    const [failed] = waiting.splice(0);
    await tell({ kind: 'failed', fault: await faultOf(error, failed?.[0] ?? scope) });
    throw error;
  }
}

async function save(url: string, cacheKey: string, event: Lasting): Promise<void> {
  const integrity = controller.getIntegrityForCacheKey(cacheKey);
  const request = new Request(url, { cache: 'reload', ...(integrity === undefined ? {} : { integrity }) });
  await Promise.all(controller.strategy.handleAll({ event, request, params: { cacheKey } }));
}

/** A browser says the same of a broken network and of an answer that is not what it should be: asking anew tells. */
async function faultOf(error: unknown, url: string): Promise<SavingFault> {
  if (error instanceof Error && error.name === 'QuotaExceededError') return 'space';
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => undefined);
  return answer === undefined ? 'network' : 'changed';
}

async function tell(news: WorkerNews): Promise<void> {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage(news);
}

/** Says at the foot of a page that is opened which edition it is of, and whether a newer one is at hand. */
async function sayEdition(request: Request, response: Response): Promise<Response> {
  if (request.mode !== 'navigate' || !response.headers.get('content-type')?.startsWith('text/html'))
    return response;
  const newer = self.registration.waiting === null ? '离线保存' : '新的一版已经存好，去换上';
  const words = `这是离线保存的一版：内容截至${toChineseDate(edition.cutOff)}，版本 ${edition.edition}。`;
  const foot = '<footer class="colophon">';
  const html = await response.text();
  return new Response(
    html.replace(foot, `${foot}<p data-held>${words}<a href="${scope}offline/">${newer}</a></p>`),
    response,
  );
}

/** Without network, what was never saved: a file says so on the page that tells what is, a page is none. */
async function answerWithout({ pathname }: URL): Promise<Response> {
  const path = decodeURI(pathname).slice(new URL(scope).pathname.length);
  if (!path.endsWith('/') && !isSaved(path)) return Response.redirect(`${scope}offline/#left-out`);
  const page = await controller.matchPrecache('404.html');
  return page === undefined
    ? Response.error()
    : new Response(page.body, { status: 404, headers: page.headers });
}
