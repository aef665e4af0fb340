/** An element of an XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads the root element of an XML document without comments, sections or a document type. Throws on whatever is not
 * well-formed, and on the rest of XML, which the site does not write.
 */
export function readXml(source: string): XmlElement {
  const head = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(source);
  if (head === null) throw new SyntaxError('no XML declaration');
  const token = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  token.lastIndex = head[0].length;
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new SyntaxError(`not well-formed at ${String(at)}`);
    const [, closing, name = '', attributes = '', empty, text] = match;
    if (text !== undefined) {
      if (open.length === 1 && text.trim() !== '') throw new SyntaxError('text outside the root');
      parent.text += decode(text);
    } else if (closing === '/') {
      if (parent.name !== name) throw new SyntaxError(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else {
      const element = { name, attributes: readAttributes(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0)
    throw new SyntaxError('not one closed root');
  return only;
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, decode(value)],
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new SyntaxError('an attribute twice');
  return Object.fromEntries(pairs);
}

function decode(text: string): string {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new SyntaxError('a forbidden character');
  return text.replace(/&([^;]{0,8});?/g, (whole, name: string) => {
    const character = whole.endsWith(';') ? entities[name] : undefined;
    if (character === undefined) throw new SyntaxError(`${whole} is no entity`);
    return character;
  });
}

/** The elements of a name below another. */
export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}
