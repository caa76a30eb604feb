import type { ArgTypesEnhancer } from 'storybook/internal/types'

interface Documented {
  __docgenInfo?: { description?: string; props?: Record<string, { tsType?: { name?: string; raw?: string } }> }
}

/** What a docs page says of a component: its example as code, then its docstring. */
export function docsOf(component: Documented | undefined): string {
  const { description = '' } = component?.__docgenInfo ?? {}
  const [text = '', ...examples] = description.split(/^@example\s*$/m)
  return [...examples.map((example) => `\`\`\`tsx\n${example.trim()}\n\`\`\``), text.trim()].join('\n\n')
}

/** The table of props: `@default` has a column of its own, and types are as they are written. */
export const withDocstrings: ArgTypesEnhancer = ({ argTypes, component }) => {
  const { props = {} } = (component as Documented | undefined)?.__docgenInfo ?? {}
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const [description = '', initial] = (argType.description ?? '').split(/\s*@default\s+/)
      const written = props[name]?.tsType?.raw
      const table = {
        ...argType.table,
        ...(initial === undefined ? {} : { defaultValue: { summary: initial } }),
        ...(written === undefined ? {} : { type: { summary: written } }),
      }
      return [name, { ...argType, description, table }]
    }),
  )
}
