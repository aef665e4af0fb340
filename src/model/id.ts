import { z } from 'zod';

/** An ID is the file name and the URL slug: lower-case ASCII words joined by hyphens, chosen by a person. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A passage number, given once: `p12`, or `p12a` for the second half of a passage split later. */
export const passageIdPattern = /^p[1-9]\d*[a-z]?$/;

/** A passage as entries name it: `<source-id>#<passage-id>`. */
export const passageRefPattern = /^[a-z0-9]+(-[a-z0-9]+)*#p[1-9]\d*[a-z]?$/;

/** The ID of an entry of this or another collection. */
export const id = z.string().regex(idPattern);

/** A list of IDs; order is the editor's. */
export const idList = z.array(id).min(1);

/** A passage number within its source. */
export const passageId = z.string().regex(passageIdPattern);

/** A reference to a passage, `<source-id>#p12`. */
export const passageRef = z.string().regex(passageRefPattern);

/** Text that says something: unknown is an absent field, never an empty string; no space at either end. */
export const words = z
  .string()
  .regex(/^\S(?:[\s\S]*\S)?$/)
  .refine((text) => !['无', '待定', '未知', '不详'].includes(text));
