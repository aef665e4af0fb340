import type { Segment } from '../search/match.ts';

/** A new element with a class, none where it is '', and content as nodes and text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** Text with what was found marked. */
export function marked(parts: readonly Segment[]): (Node | string)[] {
  return parts.map(({ text, hit }) => (hit ? element('mark', '', text) : text));
}
