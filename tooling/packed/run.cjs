const { runWith } = require('./run-with.cjs')

void runWith(
  'CJS',
  require('@clientele/contract'),
  require('@clientele/sdk'),
  require('@clientele/server'),
  require('@clientele/mocks'),
)
