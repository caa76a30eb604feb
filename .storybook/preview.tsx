import { configure } from 'storybook/test'
import '../packages/react/src/styles.css'
import type { Preview } from '@storybook/react-vite'
import { docsOf, withDocstrings } from './docs-of.ts'
import { showHostPage } from './host-page.ts'
import { Kit } from './kit.tsx'
import { lookAtPromises } from './promises.ts'
import { initialGlobals, toolbars } from './toolbars.ts'
import './preview.css'

// what is loaded when it is first needed may take its time on a busy machine
configure({ asyncUtilTimeout: 10_000 })

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbars,
  initialGlobals,
  argTypesEnhancers: [withDocstrings],
  afterEach: ({ canvasElement }) => lookAtPromises(canvasElement),
  loaders: [({ globals }) => showHostPage(String(globals['hostPage']))],
  decorators: [
    (Story, context) => (
      <Kit key={context.id} context={context}>
        <Story />
      </Kit>
    ),
  ],
  parameters: {
    a11y: { test: 'error' },
    docs: { extractComponentDescription: docsOf },
    layout: 'padded',
    controls: { disableSaveFromUI: true, expanded: true },
    options: { storySort: { order: ['Start here', 'Components', 'Parts', 'Theming'] } },
    viewport: {
      options: {
        desktop: { name: 'Desktop', type: 'desktop', styles: { width: '1280px', height: '900px' } },
        phone: { name: 'Phone', type: 'mobile', styles: { width: '390px', height: '844px' } },
      },
    },
  },
}

export default preview
