import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ariaIndonesian } from './tools/aria-indonesian.ts'

// Two entries: the workspace, and the portal's stylesheet, which the server links without any script.
// The server sends `script-src 'self'; style-src 'self'`, so nothing is inlined, neither code nor fonts.
export default defineConfig({
  base: '/',
  publicDir: false,
  plugins: [
    ariaIndonesian(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'ja-JP', 'ko-KR'] }), enforce: 'pre' },
    react(),
  ],
  build: {
    manifest: 'manifest.json',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    target: 'baseline-widely-available',
    // The portal is read on old phones: no media range syntax, which Chrome knows since 104.
    cssTarget: ['chrome88', 'firefox78', 'safari14'],
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        workspace: 'src/workspace/index.html',
        portal: 'src/ui/styles/portal.css',
        print: 'src/ui/styles/print.css',
      },
      // Zod and its word against compiling stand in one chunk: a schema that shared code declares is made after both.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|workspace\/without-eval/ }] } },
    },
  },
})
