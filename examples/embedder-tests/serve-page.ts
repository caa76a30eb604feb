import react from '@vitejs/plugin-react'
import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, preview } from 'vite'

/** Builds the page as it goes to users, and serves it on this machine alone. */
export async function servePage(): Promise<{ url: string; close: () => Promise<void> }> {
  const root = join(import.meta.dirname, 'page')
  const outDir = join(import.meta.dirname, 'node_modules/.cache/page')
  const config = {
    root,
    configFile: false as const,
    logLevel: 'error' as const,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: [join(root, 'index.html'), join(root, 'with-worker.html')] },
    },
  }
  await build(config)
  // as `npx msw init` does
  copyFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), join(outDir, 'mockServiceWorker.js'))
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('The page is built, but nothing serves it.')
  return { url, close: () => server.close() }
}
