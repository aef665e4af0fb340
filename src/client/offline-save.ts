import { cacheNameOf, type Edition, type PageRequest, type WorkerNews } from '../lib/offline.ts';
import { wordsFor, type Keeping } from './offline-words.ts';

/** How long a worker may take to say which edition is its own, in milliseconds. */
const patience = 5_000;

/**
 * `<offline-save data-worker data-edition data-home>` around a status and three buttons: saves the whole site in this
 * browser when asked, says which edition is kept and whether there is a newer one, and takes it away again. Before
 * the first press nothing is registered and nothing kept.
 */
class OfflineSave extends HTMLElement {
  #keeping: Keeping = { files: 0 };
  readonly #watched = new WeakSet<ServiceWorker>();

  connectedCallback(): void {
    if (!('serviceWorker' in navigator)) {
      this.#say([this.dataset['cannot'] ?? '']);
      return;
    }
    const { serviceWorker } = navigator;
    this.#button('save').addEventListener('click', () => void this.#save());
    this.#button('take-over').addEventListener('click', () => void this.#takeOver());
    this.#button('remove').addEventListener('click', () => void this.#remove());
    serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerNews>) => this.#hear(data));
    serviceWorker.startMessages();
    addEventListener('online', () => void this.#look());
    void this.#look();
  }

  async #save(): Promise<void> {
    this.#turnTo({ fault: undefined, saving: { saved: 0 } });
    try {
      if (!(await this.#hasRoom())) {
        this.#turnTo({ saving: undefined, fault: 'space' });
        return;
      }
      // Asked so that the browser does not clear what a reader chose to keep; saving does not depend on the answer.
      void navigator.storage.persist();
      const known = await this.#registration();
      if (known !== undefined) await known.update();
      else await navigator.serviceWorker.register(this.dataset['worker'] ?? '', { scope: this.#home });
      const installing = (await this.#registration())?.installing;
      if (installing === null) this.#turnTo({ saving: undefined });
      await this.#look();
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === 'SecurityError';
      this.#turnTo({ saving: undefined, fault: isRefused ? 'refused' : 'network' });
    }
  }

  /** The edition that waits takes over; this page is opened anew from it. */
  async #takeOver(): Promise<void> {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    const request: PageRequest = 'take-over';
    (await this.#registration())?.waiting?.postMessage(request);
  }

  async #remove(): Promise<void> {
    await (await this.#registration())?.unregister();
    await caches.delete(cacheNameOf(this.#home));
    this.#turnTo({ fault: undefined, saving: undefined });
    await this.#look();
  }

  #hear(news: WorkerNews): void {
    if (news.kind === 'saving') this.#turnTo({ saving: news });
    else this.#turnTo({ saving: undefined, fault: news.fault });
  }

  /** Reads anew what is kept here and what is published. */
  async #look(): Promise<void> {
    const registration = await this.#registration();
    if (registration !== undefined) this.#follow(registration);
    const [held, next, published, files] = await Promise.all([
      editionOf(registration?.active),
      editionOf(registration?.waiting),
      publishedEdition(this.dataset['edition'] ?? ''),
      filesIn(cacheNameOf(this.#home)),
    ]);
    this.#turnTo({ held, next, published, files });
  }

  /** Follows whatever is being saved, asked for here or found by the browser on its own. */
  #follow(registration: ServiceWorkerRegistration): void {
    registration.onupdatefound = () => this.#follow(registration);
    const { installing } = registration;
    if (installing === null || this.#watched.has(installing)) return;
    this.#watched.add(installing);
    if (this.#keeping.saving === undefined) this.#turnTo({ saving: { saved: 0 }, fault: undefined });
    installing.addEventListener('statechange', () => {
      const isLost = installing.state === 'redundant' && this.#keeping.saving !== undefined;
      this.#turnTo({ saving: undefined, ...(isLost ? { fault: 'stopped' } : {}) });
      void this.#look();
    });
  }

  /** What stands in a browser for a registration of this site alone, not of one it lies in. */
  async #registration(): Promise<ServiceWorkerRegistration | undefined> {
    const found = await navigator.serviceWorker.getRegistration(this.#home);
    return found?.scope === this.#home ? found : undefined;
  }

  async #hasRoom(): Promise<boolean> {
    const { files, published } = this.#keeping;
    if (files > 0 || published === undefined) return true;
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage > published.bytes;
  }

  #turnTo(change: { readonly [Key in keyof Keeping]?: Keeping[Key] | undefined }): void {
    const all = Object.entries({ ...this.#keeping, ...change });
    this.#keeping = Object.fromEntries(all.filter(([, value]) => value !== undefined)) as unknown as Keeping;
    const { lines, ...labels } = wordsFor(this.#keeping);
    this.#say(lines);
    this.#offer('save', labels.save);
    this.#offer('take-over', labels.takeOver);
    this.#offer('remove', labels.remove);
  }

  #say(lines: readonly string[]): void {
    const status = this.querySelector('[role=status]');
    if (status?.textContent === lines.join('')) return;
    status?.replaceChildren(
      ...lines.map((line) =>
        Object.assign(document.createElement('p'), { textContent: line, className: 'ours' }),
      ),
    );
  }

  #offer(name: string, label: string | undefined): void {
    const button = this.#button(name);
    button.hidden = label === undefined;
    button.textContent = label ?? '';
  }

  #button(name: string): HTMLButtonElement {
    const button = this.querySelector<HTMLButtonElement>(`button[data-do=${name}]`);
    if (button === null) throw new Error(`offline-save has no button ${name}`);
    return button;
  }

  get #home(): string {
    return new URL(this.dataset['home'] ?? '', location.href).href;
  }
}

/** The edition a worker keeps; undefined without worker, and from one that does not answer. */
function editionOf(worker: ServiceWorker | null | undefined): Promise<Edition | undefined> {
  return new Promise((resolve) => {
    if (!worker) {
      resolve(undefined);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Edition>) => resolve(data);
    const request: PageRequest = 'edition';
    worker.postMessage(request, [port2]);
    setTimeout(() => resolve(undefined), patience);
  });
}

async function filesIn(cache: string): Promise<number> {
  return (await caches.has(cache)) ? (await (await caches.open(cache)).keys()).length : 0;
}

/** What the site publishes now; undefined where the network does not say. */
async function publishedEdition(address: string): Promise<Edition | undefined> {
  try {
    const response = await fetch(address, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as Edition) : undefined;
  } catch {
    return undefined;
  }
}

customElements.define('offline-save', OfflineSave);
