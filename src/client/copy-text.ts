import { element } from './dom.ts';

/**
 * Copies a text and says so in `outcome`, in its `[role=status]`. Where the clipboard is refused, the text stands
 * there, selected, to be copied by hand.
 */
export async function copyText(text: string, outcome: HTMLElement): Promise<void> {
  outcome.querySelector('textarea')?.remove();
  const isCopied = await writeClipboard(text);
  const status = outcome.querySelector('[role="status"]');
  if (status !== null)
    status.textContent = isCopied ? '已复制' : '浏览器不让复制。文字已选中，请按 Ctrl-C（⌘C）。';
  if (!isCopied) showSelected(text, outcome);
}

async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or no clipboard at all: pages that are not served securely have none.
    return false;
  }
}

function showSelected(text: string, outcome: HTMLElement): void {
  const field = element('textarea', '');
  field.readOnly = true;
  field.rows = 4;
  field.value = text;
  field.setAttribute('aria-label', '要复制的文字');
  outcome.append(field);
  field.select();
}
