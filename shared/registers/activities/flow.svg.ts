import type { FlowNode } from './flow.edges.ts'
import { DETAIL_LINE, type FlowDrawing, LABEL_LINE, NODE_PADDING } from './flow.layout.ts'

const FONT = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
const INK = '#1c2430'
const QUIET = '#556070'
const LINE = '#8793a3'
const FILLS: Readonly<Record<FlowNode['column'], readonly [fill: string, stroke: string]>> = {
  sources: ['#f4f6f8', '#a9b4c0'],
  activities: ['#e4effa', '#2f6fae'],
  held: ['#f4f6f8', '#a9b4c0'],
  recipients: ['#f1f7ee', '#6b9a54'],
  abroad: ['#fdf3e1', '#b9822b'],
}

/** A drawing as a complete SVG file of its own: light, with title and description, no script, nothing fetched. */
export function flowToSvg(drawing: FlowDrawing): string {
  const { width, height, title, headings, nodes, edges, note } = drawing
  const description = edges.map(({ words }) => `${words}.`).join(' ') || 'No movement of data is recorded.'
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" font-family="${escapeXml(FONT)}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...headings.map((at) => textAt(at.x, at.y, at.text, 12, QUIET, 600)),
    ...edges.map(
      ({ path, kind, words }) =>
        `<path d="${path}" fill="none" stroke="${LINE}" stroke-width="1.25"${kind === 'held' ? ' stroke-dasharray="3 3" stroke-opacity="0.6"' : ''}><title>${escapeXml(words)}</title></path>`,
    ),
    ...nodes.map(nodeSvg),
    ...(note?.lines ?? []).map((line, index) =>
      textAt(note!.x, note!.y + index * LABEL_LINE, line, 12, QUIET),
    ),
    '</svg>',
    '',
  ].join('\n')
}

function nodeSvg(node: FlowNode): string {
  const [fill, stroke] = FILLS[node.column]
  const dashes = node.missing || node.hidden > 0 ? ' stroke-dasharray="4 3"' : ''
  const { x, y, width, height } = node
  const top = y + NODE_PADDING + 12
  const detailTop = top + node.labelLines.length * LABEL_LINE - 1
  return [
    `<g><title>${escapeXml([node.label, node.detail].filter(Boolean).join(': '))}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="${fill}" stroke="${stroke}"${dashes}/>`,
    ...node.labelLines.map((line, index) => textAt(x + 10, top + index * LABEL_LINE, line, 13, INK, 500)),
    ...node.detailLines.map((line, index) =>
      textAt(x + 10, detailTop + index * DETAIL_LINE, line, 11, QUIET),
    ),
    '</g>',
  ].join('')
}

function textAt(x: number, y: number, text: string, size: number, fill: string, weight = 400): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(text)}</text>`
}

/** Makes any text safe inside XML text and attributes; what XML 1.0 cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`)
}
