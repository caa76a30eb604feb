/** Two colours that meet on the screen, and how much they have to differ (WCAG 2.2 AA: 1.4.3 for text, 1.4.11 for edges). */
export interface Pair {
  what: string
  ink: string
  paper: string
  least: 4.5 | 3
}

const text = (what: string, ink: string, paper: string): Pair => ({ what, ink, paper, least: 4.5 })
const edge = (what: string, ink: string): Pair => ({ what, ink, paper: '--_surface', least: 3 })

export const pairs: readonly Pair[] = [
  text('Text on the surface', '--_text', '--_surface'),
  text('Text on the raised surface', '--_text', '--_raised'),
  text('Hints on the surface', '--_muted', '--_surface'),
  text('Hints on the raised surface', '--_muted', '--_raised'),
  text('Main buttons', '--_on-accent', '--_accent'),
  text('Main buttons under the pointer', '--_on-accent', '--_accent-hover'),
  text('Links', '--_accent-text', '--_surface'),
  text('Links on what is chosen', '--_accent-text', '--_accent-tint'),
  text('Errors', '--_danger', '--_surface'),
  text('Errors on their tint', '--_danger', '--_danger-tint'),
  text('Warnings on their tint', '--_warning', '--_warning-tint'),
  text('Good states on their tint', '--_positive', '--_positive-tint'),
  edge('Edges of controls', '--_edge'),
  edge('The focus ring', '--_focus'),
]
