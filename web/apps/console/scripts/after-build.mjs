// After the build: the list of routes for the browser tests, and the weight of the first load.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createServer } from 'vite'

const LIMIT_KIB = 150
const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(`${root}/dist/.vite/manifest.json`, 'utf8'))

// What a newcomer loads before the first page stands: entry, texts of one language, log-in, shell and workbench.
const FIRST = [
  'index.html',
  '../../packages/i18n/src/locales/zh-CN.ts',
  'src/pages/LogInPage.vue',
  'src/shell/AppShell.vue',
  'src/features/workbench/pages/WorkbenchPage.vue',
  'src/features/workbench/locales/zh-CN.ts',
]

const files = new Set()
function collect(key) {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`${key} is not in the build: mend the list of first-load chunks`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const child of chunk.imports ?? []) collect(child)
}
FIRST.forEach(collect)
const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`${root}/dist/${file}`)).length, 0)
const kib = bytes / 1024
console.log(`first load: ${kib.toFixed(1)} KiB gzipped in ${files.size} files (limit ${LIMIT_KIB})`)
if (kib > LIMIT_KIB) throw new Error('the first load is too heavy')

// The features' modules are read outside a browser: the little of it that they touch while loading.
globalThis.location = new URL('http://localhost/')

const server = await createServer({
  root,
  configFile: `${root}/vite.config.ts`,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
})
const { listRoutes } = await server.ssrLoadModule('/src/modules/routes.ts')
const routes = listRoutes()
writeFileSync(`${root}/dist/routes.json`, JSON.stringify(routes, null, 2))
console.log(`routes: ${routes.length}`)
await server.close()
