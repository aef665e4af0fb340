/**
 * Takes the script of `<cite-this>`, `<copy-block>`, `<copy-sheet>`, `<quote-check>`, `<words-offer>` and `<words-shown>` out of its template: what they
 * show comes when first asked for.
 */
export function loadLinkParts(): void {
  const template = document.querySelector<HTMLTemplateElement>('#link-parts');
  if (template === null) return;
  document.body.append(document.importNode(template.content, true));
  template.remove();
}
