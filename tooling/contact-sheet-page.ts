export interface Shot {
  file: string
  story: string
  view: string
}

/** One page: a row a story, a column a view, each picture a link to itself. */
export function contactSheetPage(shots: readonly Shot[], views: readonly string[]): string {
  const stories = [...new Set(shots.map((shot) => shot.story))]
  const cell = (story: string, view: string) => {
    const shot = shots.find((one) => one.story === story && one.view === view)
    return shot
      ? `<td><a href="${shot.file}"><img loading="lazy" src="${shot.file}" alt="${escape(story)}, ${view}"></a></td>`
      : '<td></td>'
  }
  const rows = stories.map(
    (story) => `<tr><th scope="row">${escape(story)}</th>${views.map((view) => cell(story, view)).join('')}</tr>`,
  )
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Clientele: contact sheet</title>
<style>
  body { font: 14px/20px system-ui, sans-serif; margin: 24px; color: #1a1d24; }
  table { border-collapse: collapse; }
  th, td { padding: 8px; vertical-align: top; text-align: start; }
  thead th { position: sticky; top: 0; background: #fff; }
  tbody th { font-weight: 400; max-width: 160px; }
  img { width: 320px; border: 1px solid #e1e4e9; }
</style>
<table>
<thead><tr><th scope="col">Story</th>${views.map((view) => `<th scope="col">${view}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
