import { loadLinkParts } from './link-parts.ts';

// References are filled in and blocks made copyable when a reader first does something, or came for a place on the page:
// before that nobody has seen them.
if (document.querySelector('cite-this, copy-block') !== null) {
  for (const act of ['pointerdown', 'keydown', 'scroll'] as const) {
    addEventListener(act, loadLinkParts, { once: true, passive: true });
  }
  if (location.hash !== '') loadLinkParts();
}
