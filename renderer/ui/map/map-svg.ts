import { TRANSFER_STANDING_WORDS, TRANSFER_STANDINGS } from '#shared/law/transfer-standing.ts'
import { type MapEntry, mapSummary } from './map-entry.ts'
import { PATTERN_MARKS, PATTERN_TILE, type PatternMark, STANDING_LOOKS } from './standing-look.ts'
import type { World } from './world.ts'

const LEGEND_HEIGHT = 64

/**
 * The map as an SVG file by itself: light colours, patterns, legend, title and description; no script,
 * no font and nothing to be loaded.
 */
export function worldMapSvg(world: World, entries: readonly MapEntry[], title: string): string {
  const standingOf = new Map(entries.map(({ code, standing }) => [code, standing]))
  const fillOf = (code: string | null) => {
    const standing = code === null ? undefined : standingOf.get(code)
    return standing ? `url(#${standing})` : '#e9edf1'
  }
  const shapes = world.shapes.map(
    ({ code, name, path }) =>
      `<path d="${path}" fill="${fillOf(code)}"><title>${escaped(name)}</title></path>`,
  )
  const dots = world.dots
    .filter(({ code }) => standingOf.has(code))
    .map(
      ({ code, name, x, y }) =>
        `<circle cx="${x}" cy="${y}" r="4" fill="${fillOf(code)}" stroke="#17202a"><title>${escaped(name)}</title></circle>`,
    )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${world.width} ${world.height + LEGEND_HEIGHT}" role="img" aria-labelledby="title description" font-family="sans-serif" font-size="13">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(mapSummary(entries))}</desc>`,
    `<defs>${TRANSFER_STANDINGS.map(pattern).join('')}</defs>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<path d="${world.sphere}" fill="#f7fafc" stroke="#c8d0d8"/>`,
    `<g stroke="#ffffff" stroke-width="0.5">${shapes.join('')}</g>`,
    dots.join(''),
    legend(world, entries),
    '</svg>',
  ].join('\n')
}

function legend({ width, height }: World, entries: readonly MapEntry[]): string {
  const column = width / 3
  return TRANSFER_STANDINGS.map((standing, index) => {
    const x = 12 + (index % 3) * column
    const y = height + 10 + Math.floor(index / 3) * 26
    const count = entries.filter((entry) => entry.standing === standing).length
    const words = `${TRANSFER_STANDING_WORDS[standing]} (${count})`
    return `<rect x="${x}" y="${y}" width="22" height="16" fill="url(#${standing})" stroke="#17202a"/><text x="${x + 30}" y="${y + 13}" fill="#17202a">${escaped(words)}</text>`
  }).join('')
}

function pattern(standing: (typeof TRANSFER_STANDINGS)[number]): string {
  const { pattern: name, ink, ground } = STANDING_LOOKS[standing]
  const marks = PATTERN_MARKS[name].map((mark) => drawn(mark, ink)).join('')
  return `<pattern id="${standing}" width="${PATTERN_TILE}" height="${PATTERN_TILE}" patternUnits="userSpaceOnUse"><rect width="${PATTERN_TILE}" height="${PATTERN_TILE}" fill="${ground}"/>${marks}</pattern>`
}

function drawn(mark: PatternMark, ink: string): string {
  return mark.kind === 'line'
    ? `<path d="${mark.path}" stroke="${ink}" stroke-width="${mark.width}" fill="none"/>`
    : `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.radius}" fill="${ink}"/>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
