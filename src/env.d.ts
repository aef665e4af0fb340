declare namespace App {
  interface Locals {
    /** Old anchors that the page speaks of; put there by the middleware. */
    oldAnchors?: import('./model/views.ts').OldAnchorsView['notes'];
    /** The picture shown with a link to the page; put there by the middleware. */
    card?: import('./model/views.ts').CardView | undefined;
    /** What the page says of itself to other programs; put there by the middleware. */
    forPrograms?: import('./model/linked-data.ts').ForPrograms;
  }
}
