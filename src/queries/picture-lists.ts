import type { PictureList } from '../model/picture-views.ts';
import { pictureListNames, type PictureListName } from '../routes.ts';
import { flowLists } from './flow.ts';
import { regionLists, themeLists } from './pictures.ts';

/** The page of lists of every picture that has one, by its name in the address. */
export function pictureLists(): Promise<(PictureList & { name: PictureListName })[]> {
  return Promise.all(pictureListNames.map(async (name) => ({ name, ...(await listOf[name]()) })));
}

const listOf: Readonly<Record<PictureListName, () => Promise<PictureList>>> = {
  themes: async () => ({
    title: '主题的项目：按文章，按状态',
    pictures: '主题与文章、主题与状态两幅图',
    lists: await themeLists(),
  }),
  regions: async () => ({
    title: '地区的项目：按主题',
    pictures: '地区与主题的图',
    lists: await regionLists(),
  }),
  flow: async () => ({
    title: '从条款、要点到报道：名单',
    pictures: '从条款、要点到报道的图',
    lists: await flowLists(),
  }),
};
