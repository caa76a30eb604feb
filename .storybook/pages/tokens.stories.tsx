import type { Meta, StoryObj } from '@storybook/react-vite'
import { tokens, type Token } from '../../packages/react/src/provider/tokens.ts'
import './pages.css'

/** Everything a host may set, anywhere above a component: on `:root`, on a panel, on one tenant's part of the page. */
function Tokens() {
  return (
    <div className="sb-page">
      <table className="sb-table">
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Used for</th>
            <th scope="col">Unless set</th>
            <th scope="col">Light, dark</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <tr key={token.name}>
              <th scope="row">
                <code>{token.name}</code>
              </th>
              <td>{token.use}</td>
              <td>
                <code>{token.initial}</code>
              </td>
              <td>
                <Swatches token={token} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Swatches({ token }: { token: Token }) {
  if (token.kind !== 'color' || token.readBy === null) return null
  return (
    <div className="sb-swatches">
      {(['light', 'dark'] as const).map((scheme) => (
        <div key={scheme} data-clientele="tokens" data-theme={scheme}>
          <div className="sb-swatch" style={{ background: `var(${token.readBy})` }} />
        </div>
      ))}
    </div>
  )
}

const meta = { title: 'Theming/Tokens', component: Tokens, tags: ['!autodocs'] } satisfies Meta<typeof Tokens>

export default meta

export const All: StoryObj<typeof meta> = {}
