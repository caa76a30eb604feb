import { expect, test } from 'vitest'
import { entryPointsOf } from './entry-points.ts'

const both = (name: string) => ({
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
})

test('tells what has CommonJS from what has none, and leaves style sheets out', () => {
  const exported = {
    '.': both('index'),
    './mount': { types: './dist/mount.d.ts', default: './dist/mount.js' },
    './styles.css': { types: './dist/styles.css.d.ts', default: './dist/styles.css' },
  }
  expect(entryPointsOf(exported, [])).toEqual({ node16: ['.'], 'esm-only': ['./mount'] })
})

test('fills a pattern in with what is there', () => {
  const files = ['./dist/locales/de.d.ts', './dist/locales/de.js', './dist/locales/fr.d.ts', './dist/index.d.ts']
  expect(entryPointsOf({ './locales/*': both('locales/*') }, files).node16).toEqual(['./locales/de', './locales/fr'])
})
