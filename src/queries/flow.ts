import { flowsOf, type Flow } from '../graph/flow.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { statusOf } from '../graph/facets.ts';
import { drawRibbon } from '../lib/ribbon.ts';
import { isOf, type Entry } from '../model/collections.ts';
import type { CellList, CellLists, FlowView } from '../model/picture-views.ts';
import { routes } from '../routes.ts';
import { statusViews } from './items.ts';
import { siteGraph } from './site-graph.ts';
import { href, linkTo } from './views.ts';

/** One step of the way, with what it counts. */
interface Step {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** What to say where it counts nothing. */
  readonly none: string;
  readonly entries: (flow: Flow) => readonly Entry[];
}

const steps = {
  clauses: { id: 'clauses', name: '条款', unit: '项', none: '没有', entries: (flow) => flow.undertakings },
  tasks: { id: 'tasks', name: '要点', unit: '项', none: '没有', entries: (flow) => flow.undertakings },
  projects: {
    id: 'projects',
    name: '说到的项目',
    unit: '条',
    none: '没有',
    entries: (flow) => flow.projects,
  },
  planned: { id: 'planned', name: '列进要点', unit: '条', none: '未见', entries: (flow) => flow.planned },
  reported: { id: 'reported', name: '有报道', unit: '条', none: '未见', entries: (flow) => flow.reported },
} as const satisfies Record<string, Step>;

/** How wide one entry is drawn. */
const perEntry = 2;

/** From clauses to reports, and from the tasks of plans to reports: one picture for each text. */
export async function flowViews(): Promise<FlowView[]> {
  const graph = await siteGraph();
  return textsOf(graph).map(({ agreement, flows, way }) => {
    const widest = Math.max(...flows.flatMap((flow) => way.map((step) => step.entries(flow).length)));
    const height = widest * perEntry;
    return {
      agreement: linkTo(agreement),
      steps: way.map(({ name }) => name),
      height,
      rows: flows.map((flow) => ({
        label: flow.area.label,
        cells: way.map((step, index) => {
          const count = step.entries(flow).length;
          const next = way[index + 1]?.entries(flow).length ?? count;
          return {
            count,
            none: step.none,
            href: href(`${routes.pictureList('flow')}#${anchorOf(agreement, flow, step)}`),
            label: `${step.unit}，${flow.area.label}，${step.name}`,
            ribbon: drawRibbon(count * perEntry, next * perEntry, height),
          };
        }),
      })),
    };
  });
}

/** The entries behind every number of the flow. */
export async function flowLists(): Promise<CellLists> {
  const graph = await siteGraph();
  return {
    picture: href(routes.picture('flow')),
    rows: textsOf(graph).flatMap(({ agreement, flows, way }) =>
      flows.map((flow) => ({
        label: `${agreement.data.shortTitle}：${flow.area.label}`,
        href: href(routes.area(agreement.id, flow.area.id)),
        anchor: `${agreement.id}-${flow.area.id}`,
        cells: way.flatMap((step): CellList[] => {
          const entries = step.entries(flow);
          if (entries.length === 0) return [];
          return [
            {
              anchor: anchorOf(agreement, flow, step),
              label: step.name,
              items: entries.map((entry) => toItem(graph, entry)),
            },
          ];
        }),
      })),
    ),
  };
}

/** Agreements and plans whose areas lead to projects, with the steps of each. */
function textsOf(graph: Graph): { agreement: Entry<'agreements'>; flows: Flow[]; way: readonly Step[] }[] {
  return entriesOf(graph, 'agreements')
    .flatMap((agreement) => {
      const flows = flowsOf(graph, agreement).filter(({ undertakings }) => undertakings.length > 0);
      if (flows.length === 0) return [];
      const isPlan = flows.some(({ undertakings }) =>
        undertakings.some((entry) => isOf(entry, 'work-points')),
      );
      const { clauses, tasks, projects, planned, reported } = steps;
      return [
        {
          agreement,
          flows,
          way: isPlan ? [tasks, projects, reported] : [clauses, projects, planned, reported],
        },
      ];
    })
    .sort((a, b) => b.way.length - a.way.length);
}

function anchorOf(agreement: Entry<'agreements'>, { area }: Flow, { id }: Step): string {
  return `${agreement.id}-${area.id}-${id}`;
}

function toItem(graph: Graph, entry: Entry): CellList['items'][number] {
  if (isOf(entry, 'projects')) {
    return { ...linkTo(entry), mark: statusViews[statusOf(graph, entry).status] };
  }
  return linkTo(entry);
}
