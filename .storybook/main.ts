import type { StorybookConfig } from '@storybook/react-vite'

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    './pages/*.mdx',
    '../packages/react/src/**/*.stories.tsx',
    '../examples/embedder-tests/*.stories.tsx',
    './pages/*.stories.tsx',
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    optimizeDeps: {
      ...vite.optimizeDeps,
      // our packages are served from their sources: a bundle beside them would have a context of its own
      exclude: ['@clientele/contract', '@clientele/mocks', '@clientele/react', '@clientele/sdk'],
      // and what they need is known from the start: found late, it would reload a page in the middle of its test
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        '@clientele/contract > zod/mini',
        '@clientele/mocks > msw',
        '@clientele/mocks > msw/http',
        '@clientele/react > @tanstack/react-query',
        '@clientele/sdk > ky',
      ],
    },
    build: {
      ...vite.build,
      chunkSizeWarningLimit: 2000, // it is read on one's own machine
      rolldownOptions: {
        ...vite.build?.rolldownOptions,
        onLog(level, log, handler) {
          // 'use client' is for bundlers of servers
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log)
        },
      },
    },
  }),
}

export default config
