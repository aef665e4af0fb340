/** Where `leave-marks.ts` leaves, for the page a result leads to, `{ path, terms }`; not shared, as a module would be a request. */
const marksKey = 'search-marks';

/** `/`, which Chinese input methods may give as `、` or `／`, and Ctrl-K or ⌘K. */
function asksForSearch({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !altKey && !shiftKey;
  return !altKey && ['/', '、', '／'].includes(key);
}

function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  const fields = 'textarea, select, input:not([type="checkbox"], [type="radio"])';
  return (
    isComposing || (target instanceof HTMLElement && (target.isContentEditable || target.matches(fields)))
  );
}

/** Gives the page's search field its keys; Esc leads back to where the reader was. */
function giveKeys(field: HTMLInputElement): void {
  let goBack: (() => void) | undefined;
  field.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  field.title = '按 / 或 Ctrl-K（⌘K）';
  field.addEventListener('blur', () => (goBack = undefined));
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (event.target === field && event.key === 'Escape' && !event.isComposing) {
      const back = goBack;
      field.blur();
      back?.();
    } else if (asksForSearch(event) && !isTyping(event)) {
      event.preventDefault();
      const { activeElement } = document;
      const top = scrollY;
      field.focus();
      field.select();
      goBack = () => {
        if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
        scrollTo(0, top);
      };
    }
  });
}

/** What is to be marked in this page: the terms of `?mark=`, or those that the result that led here has left behind. */
function takeMarks(): unknown {
  const marked = new URLSearchParams(location.search).get('mark');
  if (marked !== null) return marked.split(/\s+/);
  try {
    const left = sessionStorage.getItem(marksKey);
    if (left === null) return undefined;
    sessionStorage.removeItem(marksKey);
    const { path, terms } = JSON.parse(left) as { path?: unknown; terms?: unknown };
    return path === location.pathname ? terms : undefined;
  } catch {
    // No storage, or not what a result leaves there: nothing to mark.
    return undefined;
  }
}

/** Takes `<find-on-page>` out of its template, and with it the script that makes it work. */
function findOnPage(terms: unknown): void {
  const template = document.querySelector<HTMLTemplateElement>('#find-on-page');
  if (template === null) return;
  const part = document.importNode(template.content, true);
  part.querySelector('find-on-page')?.setAttribute('data-terms', JSON.stringify(terms));
  document.body.append(part);
}

/** The field of the page itself, where it has one; that of the masthead otherwise. */
function findField(): HTMLInputElement | null {
  const any = '[role="search"] input[name="q"]';
  return (
    document.querySelector<HTMLInputElement>(`main ${any}`) ?? document.querySelector<HTMLInputElement>(any)
  );
}

/** Has what is found offered below the field, from the first words typed in it on; the search page sees to its own. */
function searchAhead(field: HTMLInputElement): void {
  const template = document.querySelector<HTMLTemplateElement>('#search-ahead');
  if (template !== null) field.form?.append(template.content);
}

const field = findField();
if (field !== null) {
  giveKeys(field);
  field.addEventListener('input', () => searchAhead(field), { once: true });
}
const terms = takeMarks();
if (terms !== undefined) findOnPage(terms);
