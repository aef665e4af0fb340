/** Ends an exhaustive switch: the compiler refuses a variant that was not handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled variant: ${JSON.stringify(value)}`);
}
