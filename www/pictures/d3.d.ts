/** What Plot's own declarations name of d3; we use none of it ourselves. */
declare module "d3" {
  export type CurveFactory = unknown;
  export type GeoPath = unknown;
  export type GeoPermissibleObjects = unknown;
  export type GeoStreamWrapper = unknown;
  export type SymbolType = unknown;
}
