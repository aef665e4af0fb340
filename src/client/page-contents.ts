/**
 * `<page-contents>` around the list of a page's sections: marks the one that is being read. Without script the list
 * is the same list, unmarked.
 */
class PageContents extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector('ol');
    const links = new Map(
      [...this.querySelectorAll('a')].map((link) => [document.getElementById(link.hash.slice(1)), link]),
    );
    // A line a third down the window: the section that crosses it is the one being read.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const link = links.get(target as HTMLElement);
          if (list === null || link === undefined) continue;
          if (isIntersecting) link.setAttribute('aria-current', 'location');
          else link.removeAttribute('aria-current');
          // In the fold strip the list scrolls where it is higher than the window; elsewhere this does nothing.
          if (isIntersecting) list.scrollTop = link.offsetTop - list.clientHeight / 2;
        }
      },
      { rootMargin: '-33% 0px -67%' },
    );
    for (const section of links.keys()) if (section !== null) observer.observe(section);
  }
}

customElements.define('page-contents', PageContents);
