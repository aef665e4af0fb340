import { describe, expect, it } from 'vitest';
import { sectionsIn } from '../../../src/lib/sections.ts';

const section = (attributes: string, inside: string): string => `<section${attributes}>${inside}</section>`;

describe('the sections of a page', () => {
  it('are named by their first heading, in the order of the page', () => {
    const html =
      section(' class="section" id="a"', '<div><h2>项目</h2></div><h2>又一个</h2>') +
      section(' id="b"', '<h2 class="x"><span>条</span>款</h2>');
    expect(sectionsIn(html)).toEqual([
      { id: 'a', title: '项目' },
      { id: 'b', title: '条款' },
    ]);
  });

  it('leave out what is said in small beside the heading', () => {
    expect(sectionsIn(section(' id="a"', '<h2>创新 <small>小标题原印</small></h2>'))).toEqual([
      { id: 'a', title: '创新' },
    ]);
  });

  it('say how much they hold, and a shorter name where they have one', () => {
    const html = section(' id="why" data-short="为什么" data-count="3"', '<h2>为什么是这个状态</h2>');
    expect(sectionsIn(html)).toEqual([{ id: 'why', title: '为什么', count: '3' }]);
  });

  it('are those alone that have an address and a heading', () => {
    const html =
      section('', '<h2>没有地址</h2>') +
      section(' id="no-heading"', '<p>没有标题</p>') +
      section(' id="outer"', `<h2>外</h2>${section(' class="inner"', '<h3>内</h3>')}`);
    expect(sectionsIn(html)).toEqual([{ id: 'outer', title: '外' }]);
  });
});
