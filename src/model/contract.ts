import { z } from 'zod';
import { partialDate } from './dated.ts';
import { id } from './id.ts';

/**
 * The version of what is promised of the data files: names and addresses of files, columns, fields and their meaning.
 * The first number grows when something promised is changed or taken away, the second when something is added.
 */
export const contractVersion = '1.0.0';

/** Under what the editors' own words may be used. */
export const editorsLicence = {
  name: 'CC-BY-4.0',
  path: 'https://creativecommons.org/licenses/by/4.0/',
  title: '知识共享 署名 4.0：只及编者自己的话（标题、说明、编码）',
} as const;

/** Whose the quoted words are. */
export const articleRights = '文章的原文和引文，权利归原发表媒体及作者；本站为研究与核对引用，不另授权。';

const address = z.string().regex(/^\//);

/** `/data/index.json`: what files there are. Addresses are root-relative, with the deployment's base path. */
export const dataIndex = z.strictObject({
  title: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** The date of the newest article: what the record knows ends here. */
  cutOff: partialDate,
  dataPackage: address,
  documentation: address,
  changes: address,
  collections: z.array(
    z.strictObject({
      name: id,
      title: z.string().min(1),
      count: z.number().int().nonnegative(),
      json: address,
      ndjson: address,
      csv: address,
      schema: address,
    }),
  ),
  tables: z.array(
    z.strictObject({
      name: id,
      title: z.string().min(1),
      count: z.number().int().nonnegative(),
      csv: address,
    }),
  ),
});
export type DataIndex = z.infer<typeof dataIndex>;
