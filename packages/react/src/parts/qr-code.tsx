'use client'

import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

/** Light modules around the code, without which cameras do not find it (ISO/IEC 18004). */
const quiet = 4

/** A text for cameras: dark on light in every theme, and without styles in attributes. */
export function QrCode({ label, link }: { label: string; link: string }) {
  const code = generate(link)
  const side = code.size + 2 * quiet
  return (
    <svg
      data-part="qr-code"
      viewBox={`-${quiet} -${quiet} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path data-part="qr-dark" d={toSvgPath(code)} />
    </svg>
  )
}
