import type { Graph } from './graph.ts';

/**
 * The same function, working each graph out once. A graph is never changed, so what is made of it stays true; it is
 * shared by all who ask, and none of them changes it.
 */
export function oncePerGraph<Made>(make: (graph: Graph) => Made): (graph: Graph) => Made {
  const made = new WeakMap<Graph, { readonly of: Made }>();
  return (graph) => {
    const known = made.get(graph) ?? { of: make(graph) };
    made.set(graph, known);
    return known.of;
  };
}
