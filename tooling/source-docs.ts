import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { root } from './ran-test.ts'

/**
 * What the contract's JSDoc says, by dotted name: `clients` (a resource), `clients.create` (a row), `clients.list.q` (a parameter),
 * `Client` (a schema), `Client.id` (its field). It is read from the sources because nothing of it is there at run time.
 */
export function sourceDocs(): Map<string, string> {
  const docs = new Map<string, string>()
  for (const file of globSync('packages/contract/src/**/*.{routes,schema}.ts', { cwd: root }).toSorted()) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
    for (const statement of source.statements.filter(ts.isVariableStatement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const query = fieldsOf(initializer).find((member) => member.name?.getText() === 'query')
        if (query && ts.isPropertyAssignment(query))
          noteFields(docs, `${resourceOf(file)}.${name.getText()}`, query.initializer)
        note(docs, name.getText(), statement)
        noteFields(docs, name.getText(), initializer)
      }
    }
  }
  return docs
}

/** `packages/contract/src/resources/api-keys.schema.ts` → `apiKeys` */
function resourceOf(file: string): string {
  return basename(file)
    .replace(/\..*$/, '')
    .replaceAll(/-(.)/g, (_match, letter: string) => letter.toUpperCase())
}

function noteFields(docs: Map<string, string>, owner: string, initializer: ts.Expression | undefined): void {
  if (initializer && ts.isIdentifier(initializer)) copyFields(docs, initializer.text, owner)
  if (initializer && ts.isCallExpression(initializer)) {
    for (const argument of initializer.arguments) if (ts.isIdentifier(argument)) copyFields(docs, argument.text, owner)
  }
  for (const member of fieldsOf(initializer)) {
    if (ts.isSpreadAssignment(member)) copyFields(docs, member.expression.getText(), owner)
    else if (member.name) note(docs, `${owner}.${member.name.getText()}`, member)
  }
}

/** The members of the object that an initializer is, or that it is called with: `{ … }`, `z.object({ … })`. */
function fieldsOf(initializer: ts.Expression | undefined): readonly ts.ObjectLiteralElementLike[] {
  if (!initializer) return []
  if (ts.isObjectLiteralExpression(initializer)) return initializer.properties
  if (!ts.isCallExpression(initializer)) return []
  const chained = ts.isPropertyAccessExpression(initializer.expression)
    ? fieldsOf(initializer.expression.expression)
    : []
  return [...chained, ...initializer.arguments.flatMap((argument) => [...fieldsOf(argument)])]
}

function note(docs: Map<string, string>, name: string, node: ts.Node): void {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment, tags }) =>
      [ts.getTextOfJSDocComment(comment), ...(tags ?? []).map(defaultOf)].filter(Boolean).join(' '),
    )
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (text !== '') docs.set(name, text)
}

function defaultOf(tag: ts.JSDocTag): string {
  return tag.tagName.text === 'default' ? `Default: ${ts.getTextOfJSDocComment(tag.comment) ?? ''}.` : ''
}

/** What a schema spreads or extends is noted already: its declaration stands above, or in a file that sorts before. */
function copyFields(docs: Map<string, string>, from: string, into: string): void {
  for (const [name, text] of docs) {
    const field = name.startsWith(`${from}.`) ? name.slice(from.length + 1) : undefined
    if (field !== undefined) docs.set(`${into}.${field}`, text)
  }
}
