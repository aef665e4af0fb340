/**
 * `<page-contents>` around the list of a page's sections: marks the one that is being read. Without script the list
 * is the same list, unmarked.
 */
class PageContents extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const sections = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);
    // A line a third down the window: the section that crosses it is the one being read.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const link = links[sections.indexOf(target as HTMLElement)];
          if (isIntersecting) link?.setAttribute('aria-current', 'location');
          else link?.removeAttribute('aria-current');
        }
      },
      { rootMargin: '-33% 0px -67%' },
    );
    for (const section of sections) observer.observe(section);
  }
}

customElements.define('page-contents', PageContents);
