import { Socket } from 'node:net';

/**
 * Preloaded into a build (`NODE_OPTIONS=--import`): its clock stands in the last century, and every attempt to reach
 * another machine fails.
 */
const lag = Date.now() - Date.UTC(1999, 11, 31, 23, 59);
const now = (): number => RealDate.now() - lag;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[], self) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, self) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});

Socket.prototype.connect = () => {
  throw new Error('no network here');
};
