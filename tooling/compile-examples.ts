import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './ran-test.ts'

/** What stands below `@example` in the docstrings of a folder. */
export function docstringExamples(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /^[\w/-]+\.ts$/.test(file))
  return files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/@example\n(.*?)\*\//gs)].map(([, code = '']) =>
      code.replaceAll(/^ *\* ?/gm, ''),
    ),
  )
}

/**
 * Compiles examples as if they lay in a folder, and says what is wrong with them. One that imports nothing gets `imports`;
 * `given` declares what examples speak of without making it.
 */
export function faultsIn(
  examples: readonly string[],
  { folder, imports, given }: { folder: string; imports: string; given: string },
): string[] {
  const modules = examples.map((code, i) => {
    const text = /^import /m.test(code) ? code : `${imports}\n${code}`
    return [join(folder, `example-${i}.tsx`), `${text}\nexport {}`] as const
  })
  return diagnose(new Map([...modules, [join(folder, 'example-given.ts'), `${imports}\n${given}`]]))
}

function diagnose(sources: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)
  const host = ts.createCompilerHost(options)
  const disk = { ...host }
  host.fileExists = (file) => sources.has(file) || disk.fileExists(file)
  host.readFile = (file) => sources.get(file) ?? disk.readFile(file)
  host.getSourceFile = (file, version) => {
    const text = sources.get(file)
    return text === undefined ? disk.getSourceFile(file, version) : ts.createSourceFile(file, text, version)
  }
  const program = ts.createProgram([...sources.keys()], options, host)
  return [...sources.keys()]
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(
      ({ file, messageText }) =>
        `${file?.text.trim().slice(0, 300)}\n→ ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    )
}
