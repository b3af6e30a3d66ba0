// What the page's data look like, for the type check of these scripts; viz/page.py makes them.
type Value = string | number | boolean | string[] | null;
type Table = { first: number; count: number; columns: Record<string, Value[]> };
type TieTable = Table & { start: number[]; end: number[] };
type Texts = Record<string, string>;
type PageData = {
  language: "ja" | "en";
  views: string[];
  whole: number;
  opening: Record<string, string[]>;
  texts: { keys: string[]; ja: string[]; en: string[] };
  nodes: Record<string, Table>;
  ties: Record<string, TieTable>;
  network: {
    nodes: { id: number[]; x: number[]; y: number[]; shape: string[]; color: string[] };
    edges: {
      ts_tie: number[];
      dashes: Array<false | number[]>;
      width: number[];
    };
    faint: string[];
    options: object;
  };
  measures: { organisation: number[]; community: number[]; rank: number[] } & Record<string, number[]>;
  communities: { community: number[]; size: number[]; themes: number[][]; municipalities: number[][] };
  introductions: {
    a: number[];
    b: number[];
    kind: ("hole" | "isolate")[];
    community: (number | null)[];
    otherCommunity: (number | null)[];
    municipality: (number | null)[];
    theme: (number | null)[];
    sharedThemes: number[][];
    sharedAreas: number[][];
    steps: (number | null)[];
    via: number[][];
    observed: (number | null)[];
    expected: (number | null)[];
    borders: (number | null)[];
    km: (number | null)[];
  };
  matching: {
    need: number[];
    standing: Standing[];
    fitting: number[];
    lack: (Lack | null)[];
    unasked: number[];
    candidates: { need: number[]; resource: number[]; fit: Fit[]; same: boolean[]; km: (number | null)[] };
  };
  cases: { node: number[]; themes: number[][]; places: number[][] };
  ranking: {
    contacts: { organisation: number[]; communities: number[][]; sectors: string[][]; municipalities: number[][] };
    roles: { organisation: number[]; roles: string[]; counts: (number | null)[][]; expected: (number | null)[][] };
    without: Record<string, Ranks>;
  };
  coverage: {
    municipality: number[];
    theme: number[];
    state: string[];
    organisations: number[];
    collaborations: number[];
    neighbours: number[];
    openNeeds: number[];
    reportedNone: number[];
    evidence: number[][];
    gaps: {
      weights: Record<string, number>;
      cell: string[];
      rank: number[];
      score: number[];
      parts: Array<Array<number | null>>;
      openNeeds: number[];
      population: Array<number | null>;
      workers: number[];
      resourcesFitting: number[];
      helpers: Array<[organisation: number, km: number | null, borders: number | null, steps: number | null]>;
      helperCell: string[];
      resources: Array<[resource: number, fit: "same" | "narrower" | "broader", km: number | null]>;
      resourceCell: string[];
    };
    single: { cell: string[]; organisation: number[]; after: string[] };
  };
  themes?: {
    pairs: { theme: number[]; other: number[]; validated: boolean[] } & Record<
      "members" | "otherMembers" | "common" | "expected" | "lift" | "jaccard" | "p" | "q",
      number[]
    >;
    groups: { group: number[]; basis: string[]; themes: number[][] };
    members: {
      group: number[];
      organisation: number[];
      role: Array<"core" | "invited">;
      themes: number[][];
      partners: number[];
      sectors: string[][];
      municipalities: number[][];
    };
  };
  timeline?: { first: number; last: number };
  map?: {
    areas: { node: number[]; unit: string[]; x: number[]; y: number[]; room: number[] };
    places: { node: number[]; x: number[]; y: number[] };
  };
};
type Standing = "agreed" | "proposed" | "fitting" | "nothing";
type Ranks = { organisation: number[]; rank: number[]; betweenness: number[]; share: number[] };
type Placed = { id: number; x: number; y: number; size: number; shape: string; color: string; group?: string; kindColor?: string; mark?: number; weight?: number };
type Line = { start: Placed; end: Placed; look: "near" | "far" | "route" | "gap"; dashes: false | number[]; width: number };
/** A tie as it is drawn, or the ties of a group that go to one place. */
type Edge = { start: Placed; end: Placed; token: string; width: number; dashes: false | number[]; count?: number };
type Name = { node: Placed; text: string; strong: boolean; side: number; wide: number };
/** A row of the timeline: a heading, marks side by side, or a bar. */
type Lane = { kind: "head" | "marks" | "bar"; group: number | string; nodes: number[]; marks?: Mark[]; count?: number };
/** A mark at a hundredth of the width, of one node or of several that have no room. */
type Mark = { x: number; nodes: number[] };
/** A broad theme of the heat map with its narrower ones, and whether it can be folded. */
type ThemeGroup = { group: number; folds: boolean; narrow: Array<{ theme: number }> };
type Box = [left: number, top: number, right: number, bottom: number];
type Column = { look?: string; text: (row: number) => string; value?: (row: number) => number | string; node?: (row: number) => number };

declare const vis: any;
