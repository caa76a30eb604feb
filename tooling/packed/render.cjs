const { renderWith } = require('./render-with.cjs')

renderWith(
  'CJS',
  { ...require('@clientele/react'), ...require('@clientele/react/access') },
  require('@clientele/react/locales/de'),
  require('@clientele/sdk'),
  require('react'),
  require('react-dom/server'),
)
