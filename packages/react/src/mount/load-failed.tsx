import { LaterFailure } from '../parts/later-failure.tsx'
import { Loading } from '../parts/loading.tsx'
import { useAttempt } from '../parts/use-attempt.ts'
import { useRootProps } from '../parts/use-root-props.ts'

/** In the place of a component whose file did not come. */
export function LoadFailed({ onRetry }: { onRetry: () => Promise<void> }) {
  const { running, attempt } = useAttempt()
  return (
    <div {...useRootProps('mount', running ? 'loading' : 'failed')}>
      {running ? <Loading lines={4} /> : <LaterFailure onRetry={() => void attempt(true, onRetry)} />}
    </div>
  )
}
