import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

const backEnd = process.env.GUILDHALL_URL ?? 'http://127.0.0.1:8420'

const inUi = (folders: string) => new RegExp(`packages/ui/src/(${folders})`.replaceAll('/', '[\\\\/]'))

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  server: { host: '127.0.0.1', proxy: { '/api': backEnd } },
  preview: { host: '127.0.0.1', proxy: { '/api': backEnd } },
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'vue',
              test: /node_modules[\\/](vue|@vue|vue-router|vue-i18n|@intlify|@tanstack)[\\/]/,
              priority: 20,
            },
            // The frame around every page loads first; what lists and forms need waits for the first page that has one.
            {
              name: 'frame',
              test: inUi('overlay|layout|controls|palette|form/UiField|table/(preferences|useRowKeys)'),
              priority: 10,
            },
            {
              name: 'work',
              test: inUi('table|filters|form|figures|jobs'),
              priority: 5,
              // Else an icon that the frame shows as well would come from here, and all of this with it.
              includeDependenciesRecursively: false,
            },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender|vue-echarts)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
})
