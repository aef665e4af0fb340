import { routes } from '../routes.ts';
import { href } from './views.ts';

/** What the button that saves the site has to know, and where the files are that it does not save. */
export function offlineView(): { worker: string; edition: string; home: string; data: string } {
  return {
    worker: href(routes.offlineWorker),
    edition: href(routes.offlineEdition),
    home: href(routes.home),
    data: href(routes.dataPage),
  };
}
