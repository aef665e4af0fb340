declare namespace App {
  interface Locals {
    /** Old anchors that the page speaks of; put there by the middleware. */
    oldAnchors?: import('./model/views.ts').OldAnchorsView['notes'];
  }
}
