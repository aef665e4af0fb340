import { bracketed, noteOf, type CitedWork } from './item.ts';

/** An item of CSL-JSON, as far as works here need it. */
interface CslItem {
  readonly id: string;
  readonly type: 'article-newspaper' | 'webpage';
  readonly language: 'zh-CN';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly 'container-title'?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[]; readonly circa?: true };
  readonly page?: string;
  readonly URL: string;
  readonly note?: string;
}

/** The work as a list of one CSL-JSON item. An inferred date is `circa`, an inferred name bracketed; notes say so. */
export function toCslJson(work: CitedWork): string {
  return `${JSON.stringify([toItem(work)], null, 2)}\n`;
}

function toItem({ key, form, authors, title, container, date, page, url, ...work }: CitedWork): CslItem {
  const note = noteOf(work);
  return {
    id: key,
    type: form === 'newspaper' ? 'article-newspaper' : 'webpage',
    language: 'zh-CN',
    title,
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    ...(container === undefined ? {} : { 'container-title': bracketed(container) }),
    ...(date === undefined
      ? {}
      : {
          issued: {
            'date-parts': [date.value.split('-').map(Number)],
            ...(date.inferred ? { circa: true } : {}),
          },
        }),
    ...(page === undefined ? {} : { page }),
    URL: url,
    ...(note === '' ? {} : { note }),
  };
}
