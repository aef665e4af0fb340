/*
 * On the page of an old address. A refresh drops the anchor a reader came with; here it is carried along, and the page
 * it leads to has it. Without script the reader comes to the head of the right page.
 */
const link = document.querySelector<HTMLAnchorElement>('a[data-moved]');
if (link !== null && link.hash === '' && location.hash !== '') location.replace(link.href + location.hash);
