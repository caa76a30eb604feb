import type { WrittenMail } from './mail-templates.ts'

/** A part of a letter. What is empty is left out. */
type Block =
  /** A paragraph. */
  | string
  | null
  /** What a person typed: shown as theirs, so that it cannot pass for ours. */
  | { quote: string }
  | { title: string; items: readonly string[] }
  | { facts: readonly (readonly [name: string, value: string] | null)[] }
  | { button: string; url: string }
  /** What stands below everything else. */
  | { small: string }

/** A mail before it is written out as text and as HTML. */
export interface Letter {
  subject: string
  blocks: readonly Block[]
}

/** Writes a letter out twice. Everything in it is text: escaping is done here, once for all templates. */
export function writeLetter({ subject, blocks }: Letter, language: string): WrittenMail {
  const shown = blocks
    .filter((block): block is NonNullable<Block> => block !== null && block !== '')
    .map((block) => (typeof block === 'string' ? bound(block, language) : block))
  return {
    subject: bound(subject, language),
    text: `${shown.map((block) => textOf(block, language)).join('\n\n')}\n`,
    html: page(subject, language, shown.map((block) => htmlOf(block, language)).join('\n')),
  }
}

/** No line of a French text begins with a mark that has a space before it, or ends with one that has a space after it. */
function bound(text: string, language: string): string {
  if (!language.startsWith('fr')) return text
  return text.replaceAll('« ', '«\u00A0').replaceAll(/ (?=[:;!?»])/g, '\u00A0')
}

function textOf(block: NonNullable<Block>, language: string): string {
  if (typeof block === 'string') return block
  if ('quote' in block) return block.quote.replaceAll(/^/gm, '> ')
  if ('title' in block) return [block.title, ...block.items.map((item) => `- ${item}`)].join('\n')
  if ('facts' in block) return factsOf(block.facts, ([name, value]) => name + colon(language) + value).join('\n')
  if ('button' in block) return `${block.button}\n${block.url}`
  return block.small
}

const style = {
  body: 'margin:0;padding:24px;background:#f4f5f7;color:#1c2330;font:16px/1.5 system-ui,Helvetica,Arial,sans-serif',
  sheet: 'max-width:600px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px',
  quote: 'margin:16px 0;padding:0 16px;border-left:4px solid #c4cad4;color:#3b4556;white-space:pre-wrap',
  button:
    'display:inline-block;padding:12px 20px;border-radius:6px;background:#1f4fd8;color:#ffffff;text-decoration:none',
  link: 'color:#1f4fd8;word-break:break-all',
  small: 'color:#5a6475;font-size:14px',
}

function htmlOf(block: NonNullable<Block>, language: string): string {
  if (typeof block === 'string') return `<p>${escaped(block)}</p>`
  if ('quote' in block) return `<blockquote style="${style.quote}">${escaped(block.quote)}</blockquote>`
  if ('title' in block) {
    const items = block.items.map((item) => `<li>${escaped(item)}</li>`).join('')
    return `<p><strong>${escaped(block.title)}</strong></p>\n<ul>${items}</ul>`
  }
  if ('facts' in block) {
    const lines = factsOf(
      block.facts,
      ([name, value]) => `${escaped(name)}${colon(language)}<strong>${escaped(value)}</strong>`,
    )
    return `<p>${lines.join('<br>')}</p>`
  }
  if ('button' in block) {
    const url = escaped(block.url)
    const [button, link] = [
      `<a href="${url}" style="${style.button}">${escaped(block.button)}</a>`,
      `<a href="${url}" style="${style.link}">${url}</a>`,
    ]
    return `<p>${button}</p>\n<p>${link}</p>`
  }
  return `<p style="${style.small}">${escaped(block.small)}</p>`
}

function factsOf<T>(
  facts: readonly (readonly [string, string] | null)[],
  write: (fact: readonly [string, string]) => T,
) {
  return facts.filter((fact) => fact !== null).map(write)
}

/** French has a space before it, and no line may end there. */
function colon(language: string): string {
  return language.startsWith('fr') ? '\u00A0: ' : ': '
}

function page(subject: string, language: string, body: string): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${style.body}">
<div style="${style.sheet}">
${body}
</div>
</body>
</html>
`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
