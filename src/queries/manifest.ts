import { routes } from '../routes.ts';
import { site } from '../site.ts';
import { href } from './views.ts';

/** The web app manifest: name, language and icons for those who keep the site on their home screen. */
export function webManifest(): string {
  const home = href(routes.home);
  return `${JSON.stringify(
    {
      id: home,
      name: site.name,
      short_name: site.shortName,
      description: site.description,
      lang: site.language,
      dir: 'ltr',
      start_url: home,
      scope: home,
      display: 'minimal-ui',
      background_color: site.ground.light,
      theme_color: site.ground.light,
      icons: [
        { src: href(routes.icon), sizes: 'any', type: 'image/svg+xml' },
        { src: href(routes.icon192), sizes: '192x192', type: 'image/png' },
        { src: href(routes.icon512), sizes: '512x512', type: 'image/png' },
        { src: href(routes.iconMaskable), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    null,
    2,
  )}\n`;
}
