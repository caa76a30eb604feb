import bootstrap3 from 'bootstrap-3/dist/css/bootstrap.css?url'
import tailwind from 'tailwindcss/preflight.css?url'

const sheets: Readonly<Record<string, string | undefined>> = { bootstrap3, tailwind }

/** Gives the page the stylesheet of a host, and takes the one before away: a story never sees two of them. */
export async function showHostPage(name: string): Promise<void> {
  const wanted = sheets[name]
  const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[data-host-page]')]
  if (links.some((link) => link.dataset['hostPage'] === name)) return
  for (const link of links) link.remove()
  if (wanted !== undefined) await loaded(name, wanted)
}

/** Before the styles of the kit, as a host has it. */
function loaded(name: string, href: string): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  link.dataset['hostPage'] = name
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => reject(new Error(`The stylesheet of the host page ${name} did not load.`)))
    document.head.prepend(link)
  })
}
