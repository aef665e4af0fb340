import { loadLinkParts } from './link-parts.ts';

/**
 * What an article's words can do beyond being read: words selected in `[data-printed]` are offered a link, and words
 * that an address carries are looked for.
 */
function selectsPrinted(): boolean {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed) return false;
  return [selection.anchorNode, selection.focusNode].some((node) => {
    const around = node instanceof Element ? node : node?.parentElement;
    return around?.closest('[data-printed]') != null;
  });
}

function onSelection(): void {
  if (selectsPrinted()) show('words-offer');
}

function show(part: 'words-offer' | 'words-shown'): void {
  document.removeEventListener('selectionchange', onSelection);
  loadLinkParts();
  document.body.append(document.createElement(part));
}

document.addEventListener('selectionchange', onSelection);
if (new URLSearchParams(location.search).has('words')) show('words-shown');
