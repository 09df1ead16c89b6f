import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Session } from 'electron'
import { protocol } from 'electron'
import { APP_ORIGIN, APP_SCHEME } from './pages.ts'

const NONCE_PLACEHOLDER = /__CSP_NONCE__/g

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.json': 'application/json; charset=utf-8',
}

/** Makes `app://` a secure, standard origin; has to happen before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built pages over `app://`: exactly the files found at the start, and nothing else. */
export function serveApp(session: Session, folder: string): void {
  const files = new Map(listFiles(folder).map((path) => [urlOf(folder, path), path]))

  session.protocol.handle(APP_SCHEME, (request) => {
    const url = new URL(request.url)
    const path = files.get(`${APP_ORIGIN}${url.pathname}`)
    if (!path || url.host !== 'workbench' || request.method !== 'GET')
      return new Response('Not found', { status: 404, headers: headersFor('.txt', '') })

    const nonce = randomBytes(16).toString('base64')
    const extension = extname(path)
    const body = readFileSync(path)
    return new Response(extension === '.html' ? String(body).replace(NONCE_PLACEHOLDER, nonce) : body, {
      headers: headersFor(extension, nonce),
    })
  })
}

/** The policy every page is served with; styles made at run time need this load's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

function headersFor(extension: string, nonce: string): Record<string, string> {
  return {
    'content-type': TYPES[extension] ?? 'text/plain; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

function urlOf(folder: string, path: string): string {
  return new URL(relative(folder, path).split(sep).join('/'), `${APP_ORIGIN}/`).href
}
