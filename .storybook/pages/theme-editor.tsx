import { useLayoutEffect, useRef, useState } from 'react'
import { tokens, type Token } from '../../packages/react/src/provider/tokens.ts'
import { contrastOf } from './contrast.ts'
import { pairs, type Pair } from './pairs.ts'
import './pages.css'

type Scheme = 'light' | 'dark'
type Chosen = Readonly<Record<string, string>>
interface Measured extends Pair {
  scheme: Scheme
  ratio: number
}

const colors = tokens.filter((token) => token.kind === 'color')

/** Try colours on the kit's own stylesheet; what can be read by everybody is given out as a block of CSS. */
export function ThemeEditor({ initial = {} }: { initial?: Chosen }) {
  const [chosen, setChosen] = useState(initial)
  const [measured, setMeasured] = useState<readonly Measured[]>([])
  const probes = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (probes.current) setMeasured(measure(probes.current, chosen))
  }, [chosen])
  const tooFaint = measured.filter(({ ratio, least }) => ratio < least)
  return (
    <div className="sb-page">
      <div className="sb-columns">
        <fieldset className="sb-tokens">
          <legend>Colours</legend>
          {colors.map((token) => (
            <ColorField
              key={token.name}
              token={token}
              value={chosen[token.name]}
              onValue={(value) => setChosen((before) => withToken(before, token.name, value))}
            />
          ))}
        </fieldset>
        <div>
          <Ratios measured={measured} />
          <Answer chosen={chosen} tooFaint={tooFaint} />
        </div>
      </div>
      <div ref={probes} hidden>
        {(['light', 'dark'] as const).map((scheme) => (
          <div key={scheme} data-clientele="theme-editor" data-theme={scheme} />
        ))}
      </div>
    </div>
  )
}

function ColorField(props: { token: Token; value: string | undefined; onValue: (value: string) => void }) {
  const { token, value = '', onValue } = props
  return (
    <label className="sb-token">
      <code>{token.name}</code>
      <span className="sb-swatch" style={{ background: value || token.initial }} aria-hidden />
      <input
        value={value}
        placeholder={token.initial}
        spellCheck={false}
        onChange={(event) => onValue(event.target.value.trim())}
      />
    </label>
  )
}

function Ratios({ measured }: { measured: readonly Measured[] }) {
  return (
    <table className="sb-table">
      <thead>
        <tr>
          <th scope="col">Meets</th>
          <th scope="col">Light</th>
          <th scope="col">Dark</th>
          <th scope="col">At least</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.what}>
            <th scope="row">{pair.what}</th>
            {(['light', 'dark'] as const).map((scheme) => {
              const one = measured.find((found) => found.what === pair.what && found.scheme === scheme)
              return (
                <td key={scheme} data-faint={one && one.ratio < pair.least ? '' : undefined}>
                  {one ? one.ratio.toFixed(1) : '–'}
                </td>
              )
            })}
            <td>{pair.least}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Answer({ chosen, tooFaint }: { chosen: Chosen; tooFaint: readonly Measured[] }) {
  if (tooFaint.length > 0) {
    const names = tooFaint.map(({ what, scheme }) => `${what} (${scheme})`).join(', ')
    return (
      <p role="alert" className="sb-refused">
        Below AA, so there is no block to copy: {names}. Choose a stronger colour, or one for each scheme with{' '}
        <code>light-dark(…, …)</code>.
      </p>
    )
  }
  const lines = Object.entries(chosen).map(([name, value]) => `  ${name}: ${value};`)
  const block = lines.length > 0 ? `:root {\n${lines.join('\n')}\n}` : '/* Choose a colour. */'
  return <textarea className="sb-block" aria-label="CSS to copy" readOnly rows={lines.length + 2} value={block} />
}

function withToken(chosen: Chosen, name: string, value: string): Chosen {
  const others = Object.entries(chosen).filter(([other]) => other !== name)
  return Object.fromEntries(value === '' ? others : [...others, [name, value]])
}

/** What the stylesheet makes of the chosen colours, in both schemes. */
function measure(root: HTMLElement, chosen: Chosen): Measured[] {
  root.removeAttribute('style')
  for (const [name, value] of Object.entries(chosen)) root.style.setProperty(name, value)
  root.hidden = false
  const found = [...root.children].flatMap((kit) =>
    pairs.map((pair) => {
      const paper = colorOf(kit, pair.paper)
      const scheme = kit.getAttribute('data-theme') as Scheme
      return { ...pair, scheme, ratio: contrastOf(colorOf(kit, pair.ink), paper) }
    }),
  )
  root.hidden = true
  return found
}

function colorOf(kit: Element, variable: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${variable})`
  kit.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}
