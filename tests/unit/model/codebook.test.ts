import { expect, it } from 'vitest';
import { z } from 'zod';
import { fieldGuide } from '../../../src/model/codebook.ts';
import { collectionNames, collections } from '../../../src/model/collections.ts';

const fields = new Set(
  collectionNames.flatMap((name) => {
    const schema = z.toJSONSchema(collections[name].schema, { unrepresentable: 'any' });
    return Object.keys(schema.properties ?? {});
  }),
);

it('tells the meaning of every field of every collection, and of no field that is gone', () => {
  expect([...fields].filter((field) => fieldGuide[field] === undefined)).toEqual([]);
  expect(Object.keys(fieldGuide).filter((field) => !fields.has(field))).toEqual([]);
});
