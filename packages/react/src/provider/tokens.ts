export interface Token {
  name: `--clientele-${string}`
  kind: 'color' | 'length' | 'font' | 'scheme'
  /** Where it shows. */
  use: string
  /** What it is when the host says nothing. Colours that differ in the dark are written `light-dark(…)`. */
  initial: string
  /** The kit's own variable that reads it: what is drawn with, also where it is derived. */
  readBy: `--_${string}` | null
}

/** Everything a host may set to make the kit look like its own panel. The stylesheet reads these and no others. */
export const tokens: readonly Token[] = [
  {
    name: '--clientele-accent',
    kind: 'color',
    use: 'The brand: main buttons, links, marks, selection. What is written on it and in it is kept readable by itself.',
    initial: '#2b59c3',
    readBy: '--_accent',
  },
  {
    name: '--clientele-surface',
    kind: 'color',
    use: 'Behind everything: give it the colour of the page or card that the component stands on.',
    initial: 'light-dark(#ffffff, #16181c)',
    readBy: '--_surface',
  },
  {
    name: '--clientele-surface-raised',
    kind: 'color',
    use: 'What stands out a little from the surface: column headers, notices, chosen rows.',
    initial: 'light-dark(#f6f7f9, #1f2227)',
    readBy: '--_raised',
  },
  {
    name: '--clientele-text',
    kind: 'color',
    use: 'Text and headings.',
    initial: 'light-dark(#1a1d24, #eceef2)',
    readBy: '--_text',
  },
  {
    name: '--clientele-text-muted',
    kind: 'color',
    use: 'Hints, descriptions, names of facts.',
    initial: 'light-dark(#586171, #a5adba)',
    readBy: '--_muted',
  },
  {
    name: '--clientele-border',
    kind: 'color',
    use: 'Lines between rows and around groups: decoration, never the only mark of a control.',
    initial: 'light-dark(#e1e4e9, #343941)',
    readBy: '--_border',
  },
  {
    name: '--clientele-border-control',
    kind: 'color',
    use: 'Edges of fields, check boxes and plain buttons: 3 to 1 against the surface.',
    initial: 'light-dark(#868f9d, #747d8b)',
    readBy: '--_edge',
  },
  {
    name: '--clientele-focus',
    kind: 'color',
    use: 'The ring around what has the keyboard: 3 to 1 against the surface.',
    initial: 'var(--_accent-text)',
    readBy: '--_focus',
  },
  {
    name: '--clientele-danger',
    kind: 'color',
    use: 'What is wrong or cannot be undone.',
    initial: 'light-dark(#b3261e, #ff9d94)',
    readBy: '--_danger',
  },
  {
    name: '--clientele-warning',
    kind: 'color',
    use: 'What wants a second look.',
    initial: 'light-dark(#875300, #f2b956)',
    readBy: '--_warning',
  },
  {
    name: '--clientele-positive',
    kind: 'color',
    use: 'What is well: active clients, saved changes.',
    initial: 'light-dark(#1a6b3c, #7fd6a0)',
    readBy: '--_positive',
  },
  {
    name: '--clientele-radius',
    kind: 'length',
    use: 'Corners of buttons, fields and notices.',
    initial: '6px',
    readBy: '--_radius',
  },
  {
    name: '--clientele-sticky-top',
    kind: 'length',
    use: 'How high the host’s own bar at the top of the window is: heads of tables stay below it.',
    initial: '0px',
    readBy: '--_sticky-top',
  },
  {
    name: '--clientele-font',
    kind: 'font',
    use: 'The typeface. Sizes are the kit’s.',
    initial: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    readBy: null,
  },
  {
    name: '--clientele-color-scheme',
    kind: 'scheme',
    use: '`light`, `dark` or `light dark`, for hosts that switch by a style. `theme` of the provider says it too.',
    initial: 'light',
    readBy: null,
  },
]
