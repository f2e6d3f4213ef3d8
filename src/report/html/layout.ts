import type { Selection } from "./selection";

export const NODE = { width: 228, height: 58 };
const GAP = 14;
const RANK_GAP = 44;
const FEWEST_COLUMNS = 4;
/** Heading over the resources without an edge. */
const HEADING = 56;

export interface Point {
  x: number;
  y: number;
}

/** Where everything is, in pixels from the upper left corner. */
export interface Layout {
  width: number;
  height: number;
  /** By URN, the upper left corner. */
  nodes: Map<string, Point>;
  /** With the points that they bend at, between the right side of the one and the left side of the other. */
  edges: { from: string; to: string; bends: readonly Point[] }[];
  /** Where those that neither wait nor are waited for begin, where there are any beside others. */
  aloneFrom?: number;
}

/** The part of dagre that is used: its own types cannot be resolved the way Node resolves modules. */
interface Dagre {
  Graph: new () => {
    setGraph(options: Record<string, number | string>): void;
    graph(): { width: number; height: number };
    setNode(name: string, size: { width: number; height: number }): void;
    node(name: string): Point;
    setEdge(from: string, to: string, options: object): void;
    edges(): { v: string; w: string }[];
    edge(from: string, to: string): { points: Point[] };
  };
  layout(graph: InstanceType<Dagre["Graph"]>, options: { disableOptimalOrderHeuristic: boolean }): void;
}

function layOut(urns: readonly string[], edges: Selection["edges"]): Layout {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it where no page is written
  const dagre = require("@dagrejs/dagre") as Dagre;
  const graph = new dagre.Graph();
  // Of dagre's ways to rank, this is the fastest, and none is seen to be better.
  graph.setGraph({ rankdir: "LR", align: "UL", nodesep: GAP, edgesep: 8, ranksep: RANK_GAP, ranker: "tight-tree" });
  for (const urn of urns) {
    graph.setNode(urn, { ...NODE });
  }
  for (const urn of urns) {
    for (const other of edges.get(urn) ?? []) {
      graph.setEdge(other, urn, {});
    }
  }
  // Halves the time, at the cost of a few crossings.
  dagre.layout(graph, { disableOptimalOrderHeuristic: true });
  const corner = ({ x, y }: Point): Point => ({ x: x - NODE.width / 2, y: y - NODE.height / 2 });
  return {
    width: graph.graph().width,
    height: graph.graph().height,
    nodes: new Map(urns.map((urn) => [urn, corner(graph.node(urn))])),
    edges: graph.edges().map(({ v: from, w: to }) => ({ from, to, bends: graph.edge(from, to).points.slice(1, -1) })),
  };
}

/** Lays resources out from left to right in the order in which they are created; those without an edge are below. */
export function layout({ drawn, edges }: Selection): Layout {
  const joined = new Set([...edges].flatMap(([urn, others]) => (others.length === 0 ? [] : [urn, ...others])));
  const alone = [...drawn.keys()].filter((urn) => !joined.has(urn));
  const upper: Layout =
    joined.size === 0
      ? { width: 0, height: 0, nodes: new Map(), edges: [] }
      : layOut(
          [...drawn.keys()].filter((urn) => joined.has(urn)),
          edges,
        );
  if (alone.length === 0) {
    return upper;
  }
  const step = NODE.width + GAP;
  const columns = Math.min(alone.length, Math.max(FEWEST_COLUMNS, Math.floor((upper.width + GAP) / step)));
  const aloneFrom = joined.size === 0 ? 0 : upper.height + HEADING;
  alone.forEach((urn, index) => {
    upper.nodes.set(urn, {
      x: (index % columns) * step,
      y: aloneFrom + Math.floor(index / columns) * (NODE.height + GAP),
    });
  });
  return {
    ...upper,
    width: Math.max(upper.width, columns * step - GAP),
    height: aloneFrom + Math.ceil(alone.length / columns) * (NODE.height + GAP) - GAP,
    ...(joined.size > 0 && { aloneFrom }),
  };
}
