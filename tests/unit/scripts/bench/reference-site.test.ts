import { describe, expect, it } from 'vitest';
import { toReferencePage } from '../../../../scripts/bench/reference-site.ts';

const page = (main: string): string =>
  `<html><head><title>题 | 站</title></head><body><nav>导航</nav><main>${main}</main></body></html>`;

describe('a page as another generator is told of it', () => {
  it('holds the text of its main part, block by block, and nothing of its frame', () => {
    const html = page('<h1>标题</h1><p>一段</p><h2>小标题</h2><ul><li>一条</li></ul>');
    expect(toReferencePage('projects/x/index.html', html)).toEqual({
      path: 'projects/x',
      title: '标题',
      markdown: '一段\n\n## 小标题\n\n- 一条',
    });
  });

  it('is called by its title where it has no heading, and is the home page at the root', () => {
    const { path, title } = toReferencePage('index.html', page('<p>一段</p>'));
    expect([path, title]).toEqual(['', '题 | 站']);
  });

  it('keeps as they are the characters that Markdown would read as its own', () => {
    const { markdown } = toReferencePage('a/index.html', page('<p>1. 3*4_5 [甲](乙) &lt;b&gt; 2~3</p>'));
    expect(markdown).toBe('1\\. 3\\*4\\_5 \\[甲\\]\\(乙\\) \\<b\\> 2\\~3');
  });
});
