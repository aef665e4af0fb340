import type { z } from 'zod';
import { nearestId } from '../lib/text.ts';
import { problemAt, type Problem } from '../model/problem.ts';

export type Validated<T> =
  | { readonly kind: 'valid'; readonly data: T }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Parses a value at the border; each fault becomes a problem at its field. */
export function validate<T>(schema: z.ZodType<T>, value: unknown, file: string): Validated<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return { kind: 'valid', data: result.data };
  return {
    kind: 'invalid',
    problems: result.error.issues.flatMap((issue) => toProblems(issue, value, file, [], schema)),
  };
}

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

function toProblems(issue: Issue, value: unknown, file: string, base: Path, schema?: z.ZodType): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const field = path.join('.') || '（整个头部）';
  if (issue.code === 'unrecognized_keys') {
    const allowed = schema === undefined ? [] : keysAt(schema, path);
    return issue.keys.map((key) => {
      const nearest = nearestId(key, allowed);
      return problemAt('field-unknown', file, [...path, key], {
        field: [...path, key].join('.'),
        allowed: allowed.join('、'),
        ...(nearest === undefined ? {} : { nearest }),
      });
    });
  }
  const found = valueAt(value, path);
  if (found === undefined) return [problemAt('field-missing', file, path, { field })];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    const deeper = closest.filter((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys');
    if (deeper.length > 0) return deeper.flatMap((inner) => toProblems(inner, value, file, path));
  }
  const shown = typeof found === 'string' ? found : JSON.stringify(found);
  return [problemAt('field-invalid', file, path, { field, value: shown, expected: expectation(issue) })];
}

const typeNames: Record<string, string> = {
  string: '一段文字',
  number: '一个数',
  int: '一个整数',
  boolean: 'true 或 false',
  array: '一个列表（每项一行，以“- ”开头）',
  object: '一组“字段: 值”',
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `其中之一：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      return issue.format === 'regex' ? `符合 ${issue.pattern ?? ''}` : issue.format;
    case 'too_small':
      return `至少 ${String(issue.minimum)}`;
    case 'invalid_union':
      return issue.errors
        .flatMap((errors) => errors.slice(0, 1).map(expectation))
        .filter((text, index, all) => all.indexOf(text) === index)
        .join('，或');
    case 'custom':
      return '有内容的文字；不知道就不写这个字段';
    default:
      return issue.message;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (current, step) =>
      typeof current === 'object' && current !== null
        ? (current as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** The field names a schema allows at a path, found by asking it about an impossible key. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let current: unknown = schema;
  for (const step of path) {
    current = unwrap(current);
    const { shape, element } = current as { shape?: Record<string, unknown>; element?: unknown };
    current = typeof step === 'number' ? element : shape?.[step];
  }
  const { shape } = (unwrap(current) ?? {}) as { shape?: Record<string, unknown> };
  return Object.keys(shape ?? {});
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  while (typeof current === 'object' && current !== null && 'unwrap' in current) {
    current = (current as { unwrap: () => unknown }).unwrap();
  }
  return current;
}
