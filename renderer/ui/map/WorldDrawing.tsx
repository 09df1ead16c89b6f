import { type KeyboardEvent, useId, useRef } from 'react'
import { entryWords, type MapEntry, mapSummary, shownEntries } from './map-entry.ts'
import { MapLegend } from './MapLegend.tsx'
import { MapPatterns, patternId } from './MapPatterns.tsx'
import type { World } from './world.ts'
import type { WorldMapProps } from './WorldMap.tsx'
import classes from './WorldMap.module.css'

type WorldDrawingProps = WorldMapProps & { readonly world: World }

/**
 * The drawn map with its legend. Countries with an entry are buttons: one is reached by Tab, the others by
 * the arrow keys, in the order of their names.
 */
export function WorldDrawing({
  world,
  title,
  entries,
  selected,
  onChoose,
  filter,
  onFilter,
}: WorldDrawingProps) {
  const drawing = useId()
  const svg = useRef<SVGSVGElement>(null)
  const shown = shownEntries(entries, filter)
  const reached = shown.find(({ code }) => code === selected)?.code ?? shown[0]?.code

  const moveFrom = (code: string, event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') onChoose(code)
    else {
      const next = neighbour(shown, code, event.key)
      if (next === undefined) return
      svg.current?.querySelector<SVGGElement>(`[data-code="${next}"]`)?.focus()
    }
    event.preventDefault()
  }

  return (
    <figure className={classes.map}>
      <svg
        ref={svg}
        viewBox={`0 0 ${world.width} ${world.height}`}
        role="group"
        aria-labelledby={`${drawing}-title`}
        aria-describedby={`${drawing}-description`}
      >
        <title id={`${drawing}-title`}>{title}</title>
        <desc id={`${drawing}-description`}>{mapSummary(shown)}</desc>
        <MapPatterns drawing={drawing} />
        <path d={world.sphere} className={classes.sea} />
        <Land world={world} />
        {shown.map((entry) => (
          <g
            key={entry.code}
            role="button"
            tabIndex={entry.code === reached ? 0 : -1}
            aria-label={entryWords(entry)}
            aria-pressed={entry.code === selected}
            data-code={entry.code}
            className={classes.entry}
            onClick={() => onChoose(entry.code)}
            onKeyDown={(event) => moveFrom(entry.code, event)}
          >
            <Place world={world} entry={entry} fill={`url(#${patternId(drawing, entry.standing)})`} />
          </g>
        ))}
      </svg>
      <MapLegend drawing={drawing} entries={entries} filter={filter} onFilter={onFilter} />
    </figure>
  )
}

function Land({ world: { shapes, dots } }: { readonly world: World }) {
  return (
    <g aria-hidden>
      {shapes.map(({ name, path }) => (
        <path key={name} d={path} className={classes.land} />
      ))}
      {dots.map(({ code, x, y }) => (
        <circle key={code} cx={x} cy={y} r={1.2} className={classes.islet} />
      ))}
    </g>
  )
}

type PlaceProps = { readonly world: World; readonly entry: MapEntry; readonly fill: string }

function Place({ world, entry: { code }, fill }: PlaceProps) {
  const dot = world.dots.find((place) => place.code === code)
  const shape = world.shapes.find((country) => country.code === code)
  return (
    <>
      <title>{dot?.name ?? shape?.name ?? code}</title>
      {shape && <path d={shape.path} fill={fill} className={classes.shape} />}
      {dot && <circle cx={dot.x} cy={dot.y} r={9} className={classes.reach} />}
      {dot && <circle cx={dot.x} cy={dot.y} r={4.5} fill={fill} className={classes.shape} />}
    </>
  )
}

function neighbour(shown: readonly MapEntry[], code: string, key: string): string | undefined {
  const at = shown.findIndex((entry) => entry.code === code)
  const last = shown.length - 1
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at === last ? 0 : at + 1,
    ArrowDown: at === last ? 0 : at + 1,
    ArrowLeft: at === 0 ? last : at - 1,
    ArrowUp: at === 0 ? last : at - 1,
    Home: 0,
    End: last,
  }
  const index = to[key]
  return index === undefined ? undefined : shown[index]?.code
}
