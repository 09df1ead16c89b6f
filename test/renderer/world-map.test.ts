/// <reference types="vite/client" />
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { entryWords, type MapEntry, shownEntries } from '#renderer/ui/map/map-entry.ts'
import { worldMapSvg } from '#renderer/ui/map/map-svg.ts'
import { STANDING_LOOKS } from '#renderer/ui/map/standing-look.ts'
import { loadWorld } from '#renderer/ui/map/world.ts'
import { WorldDrawing } from '#renderer/ui/map/WorldDrawing.tsx'
import { COUNTRIES } from '#shared/law/countries.ts'
import { TRANSFER_STANDINGS } from '#shared/law/transfer-standing.ts'

const ENTRIES: readonly MapEntry[] = [
  { code: 'US', standing: 'mechanismInDate', count: 3 },
  { code: 'IN', standing: 'mechanismWithoutTest', count: 1 },
  { code: 'GB', standing: 'home', count: 9 },
  { code: 'JE', standing: 'adequate', count: 2 },
]

const world = await loadWorld()

describe('the map of the world', () => {
  test('has a shape or a dot for every country, and never both', () => {
    const shapes = world.shapes.map(({ code }) => code)
    const dots = world.dots.map(({ code }) => code)
    for (const { code } of COUNTRIES)
      expect([code, shapes.includes(code), dots.includes(code)]).toEqual([
        code,
        shapes.includes(code),
        !shapes.includes(code),
      ])
    expect(shapes.length + dots.length).toBeGreaterThan(249)
  })

  test('everything lies within the drawing', () => {
    for (const { path } of world.shapes) expect(path).toMatch(/^M[-\d.,MLZ]+$/)
    for (const { x, y } of world.dots) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(world.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(world.height)
    }
  })

  test('places lie where they belong: Jersey south of Great Britain, Singapore east of India', () => {
    const dot = (code: string) => world.dots.find((place) => place.code === code)!
    expect(dot('JE').y).toBeGreaterThan(dot('IM').y)
    expect(dot('SG').x).toBeGreaterThan(dot('MV').x)
    expect(dot('BM').x).toBeLessThan(dot('MT').x)
  })

  test('areas without a code are drawn, and stand for no country', () => {
    expect(world.shapes.filter(({ code }) => code === null).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Kosovo', 'Somaliland']),
    )
  })
})

const drawn = (selected: string | null, filter: MapEntry['standing'] | null) =>
  renderToStaticMarkup(
    createElement(WorldDrawing, {
      world,
      title: 'Transfers by country',
      entries: ENTRIES,
      selected,
      filter,
      onChoose: () => {},
      onFilter: () => {},
    }),
  )

describe('the drawn map', () => {
  test('each country with an entry is a button that says how it stands; one of them is in the tab order', () => {
    const html = drawn(null, null)
    for (const entry of ENTRIES) expect(html).toContain(`aria-label="${entryWords(entry)}"`)
    expect(html.match(/<g role="button" tabindex="0"/g)).toHaveLength(1)
    expect(html.match(/<g role="button" tabindex="-1"/g)).toHaveLength(ENTRIES.length - 1)
    expect(html).toMatch(/<title id="[^"]+">Transfers by country<\/title>/)
  })

  test('the selected country is the one that is reached, and is marked', () => {
    expect(drawn('US', null)).toMatch(/tabindex="0" aria-label="United States[^"]*" aria-pressed="true"/)
  })

  test('the legend filters: only the countries of that standing remain', () => {
    const html = drawn(null, 'adequate')
    expect(html).toContain('Jersey: Approved country, 2 transfers')
    expect(html).not.toContain('India:')
    expect(html.match(/<button type="button"/g)).toHaveLength(TRANSFER_STANDINGS.length)
    expect(shownEntries(ENTRIES, null).map(({ code }) => code)).toEqual(['IN', 'JE', 'GB', 'US'])
  })

  test('no two standings look alike without their colour', () => {
    const patterns = TRANSFER_STANDINGS.map((standing) => STANDING_LOOKS[standing].pattern)
    expect(new Set(patterns).size).toBe(patterns.length)
  })
})

test('the exported drawing stands by itself: patterns, legend, words, and nothing to be loaded', () => {
  const svg = worldMapSvg(world, ENTRIES, 'Transfers <2026> & "more"')
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
  expect(svg).toContain('<title id="title">Transfers &lt;2026&gt; &amp; &quot;more&quot;</title>')
  expect(svg).toContain('India: Mechanism without a current test, 1 transfer.')
  for (const standing of TRANSFER_STANDINGS) {
    expect(svg).toContain(`<pattern id="${standing}"`)
    expect(svg).toContain(`fill="url(#${standing})"`)
  }
  expect(svg).not.toMatch(/href|<script|<style|var\(|undefined|NaN/)
  expect(svg.match(/<circle cx="[\d.]+" cy="[\d.]+" r="4"/g)).toHaveLength(1)
})
