import { type ExtendedFeatureCollection, geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { COUNTRIES, countryName } from '#shared/law/countries.ts'
import { SMALL_PLACES } from './small-places.ts'

/** A country's outline as an SVG path; the code is null for an area without an ISO 3166-1 code. */
export type CountryShape = { readonly code: string | null; readonly name: string; readonly path: string }

/** A place too small for an outline. */
export type CountryDot = {
  readonly code: string
  readonly name: string
  readonly x: number
  readonly y: number
}

/** The world as it is drawn, in the units of its view box. */
export type World = {
  readonly width: number
  readonly height: number
  /** The outline of the globe. */
  readonly sphere: string
  readonly shapes: readonly CountryShape[]
  readonly dots: readonly CountryDot[]
}

/** The outlines as they are published: TopoJSON whose countries have the three digits of ISO 3166-1 as id. */
export type CountryTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>

const WIDTH = 960
const HEIGHT = 468
const CODE_OF = new Map(COUNTRIES.map(({ numeric, code }) => [numeric, code]))

let loading: Promise<World> | undefined

/** Loads the outlines, which are a part of the program, and gives the world; done once. */
export function loadWorld(): Promise<World> {
  loading ??= import('world-atlas/countries-110m.json').then((atlas) =>
    buildWorld(atlas.default as unknown as CountryTopology),
  )
  return loading
}

/** Draws the outlines in an equal-area projection. */
export function buildWorld(topology: CountryTopology): World {
  const { features } = feature(topology, topology.objects.countries)
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: 'Sphere' })
  const pathOf = geoPath(projection).digits(1)
  const shapes = features.map((country) => {
    const code = CODE_OF.get(String(country.id)) ?? null
    const name = code ? countryName(code) : country.properties.name
    return { code, name, path: pathOf(country as ExtendedFeatureCollection['features'][number]) ?? '' }
  })
  const dots = SMALL_PLACES.map(({ code, at }) => {
    const [x, y] = projection([...at]) ?? [0, 0]
    return { code, name: countryName(code), x: rounded(x), y: rounded(y) }
  })
  return { width: WIDTH, height: HEIGHT, sphere: pathOf({ type: 'Sphere' }) ?? '', shapes, dots }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
