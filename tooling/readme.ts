// the formatter leaves a line between the marker and its block
const block = /(<!-- snippet: (\S+) -->\n+)```(\w*)\n[\s\S]*?```\n/g

/**
 * Fills each code block beneath `<!-- snippet: path/of/file.ts -->` with that file, so that what the README shows is what
 * tests run.
 */
export function readmeWithSnippets(text: string, read: (file: string) => string | undefined): string {
  return text.replaceAll(block, (_whole, marker: string, file: string, language: string) => {
    const source = read(file)
    if (source === undefined) throw new Error(`A snippet of ${file} is wanted, and there is no such file.`)
    return `${marker}\`\`\`${language}\n${source.trimEnd()}\n\`\`\`\n`
  })
}
