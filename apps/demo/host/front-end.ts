import react from '@vitejs/plugin-react'
import { extname, resolve } from 'node:path'
import { build } from 'vite'

/** A file of the built front end. */
export interface Asset {
  body: Uint8Array<ArrayBuffer>
  type: string
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Builds the panel's pages into memory: nothing on the disk can be stale, and nothing but these files is ever served. */
export async function buildFrontEnd(): Promise<ReadonlyMap<string, Asset>> {
  const results = await build({
    root: resolve(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    build: {
      write: false,
      target: 'baseline-widely-available',
      // the pages allow neither data: addresses nor inline scripts
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // the bundler has no use for 'use client', and says so once a file
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log)
        },
      },
    },
  })
  const outputs = (Array.isArray(results) ? results : [results]).flatMap((result) =>
    'output' in result ? result.output : [],
  )
  return new Map(
    outputs.map((file) => [
      `/${file.fileName}`,
      {
        body: bytesOf(file.type === 'chunk' ? file.code : file.source),
        type: types[extname(file.fileName)] ?? 'application/octet-stream',
      },
    ]),
  )
}

function bytesOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content)
}
