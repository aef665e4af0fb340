import type { z } from 'zod';
import { nearestId } from '../lib/nearest.ts';
import { problemAt, type Problem } from '../model/problem.ts';

export type Validated<T> =
  | { readonly kind: 'valid'; readonly data: T }
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[] };

/** Parses a value at the border; each fault becomes a problem at its field. */
export function validate<T>(schema: z.ZodType<T>, value: unknown, file: string): Validated<T> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return { kind: 'valid', data: result.data };
  const problems = result.error.issues.flatMap((issue) => toProblems(issue, value, file, [], schema));
  return { kind: 'invalid', problems: problems.filter((problem) => !isMisspelt(problem, problems)) };
}

/** A required field that is only misspelt is one fault: the misspelt name is reported, not the missing one. */
function isMisspelt(problem: Problem, problems: readonly Problem[]): boolean {
  if (problem.code !== 'field-missing') return false;
  return problems.some(
    ({ code, details }) =>
      code === 'field-unknown' &&
      details.nearest !== undefined &&
      problem.details.field === [...details.field.split('.').slice(0, -1), details.nearest].join('.'),
  );
}

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

function toProblems(issue: Issue, value: unknown, file: string, base: Path, schema: z.ZodType): Problem[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const field = path.join('.') || '（整个头部）';
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path).filter((key) => !issue.keys.includes(key));
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
    if (deeper.length > 0) return deeper.flatMap((inner) => toProblems(inner, value, file, path, schema));
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
  tuple: '方括号里的一对值',
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `其中之一：${issue.values.map(String).join('、')}`;
    case 'invalid_format':
      if (issue.format === 'date') return '“2019-06-03”这样真实存在的日期';
      return issue.format === 'regex' ? `符合 ${issue.pattern ?? ''}` : issue.format;
    case 'too_small':
      if (issue.origin === 'array') return `至少 ${String(issue.minimum)} 项`;
      return `${issue.inclusive === false ? '大于' : '至少'} ${String(issue.minimum)}`;
    case 'invalid_union':
      if ('options' in issue) return `其中之一：${issue.options.map(String).join('、')}`;
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

/** The field names a schema allows at a path; where variants differ, the names of all of them. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  const reached = path.reduce<SchemaParts[]>(
    (variants, step) =>
      variants.flatMap(({ shape, element }) =>
        variantsOf(typeof step === 'number' ? element : shape?.[step]),
      ),
    variantsOf(schema),
  );
  return [...new Set(reached.flatMap(({ shape }) => Object.keys(shape ?? {})))];
}

/** The parts of a zod schema by which its fields can be found; the rest of it does not matter here. */
interface SchemaParts {
  readonly shape?: Record<string, unknown>;
  readonly element?: unknown;
  readonly options?: readonly unknown[];
  readonly unwrap?: () => unknown;
}

/** The objects and lists a schema stands for, optional and union taken off. */
function variantsOf(schema: unknown): SchemaParts[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const parts: SchemaParts = schema;
  if (parts.shape !== undefined || parts.element !== undefined) return [parts];
  if (parts.options !== undefined) return parts.options.flatMap(variantsOf);
  return parts.unwrap === undefined ? [] : variantsOf(parts.unwrap());
}
