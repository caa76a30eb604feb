'use client'

import { forwardRef, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { Button } from '../parts/button.tsx'
import { useEvent } from '../parts/use-event.ts'
import { usePopover } from '../parts/use-popover.ts'
import { useRootProps } from '../parts/use-root-props.ts'
import { useAccessWords } from '../words/use-words.ts'
import { useWhyButton, type WhyButtonOptions } from './use-why-button.ts'
import { WhyAnswer } from './why-answer.tsx'
import { whyButtonStrings, type WhyButtonStrings } from './why-button.strings.ts'

export interface WhyButtonProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children' | 'role'>, WhyButtonOptions {
  /** What the button reads. @default “Why?” */
  label?: ReactNode
  /** For screen readers, where the label does not say what it is about: “Why can I not buy for Studio Okafor?” */
  accessibleLabel?: string
  onOpened?: () => void
  /** Texts that replace those of the language. */
  messages?: Partial<WhyButtonStrings>
}

/**
 * Stands beside something that is not possible, and says why: each step from the reseller to what it wants to do, the
 * first that blocks, who can remove it and how. It asks when it is opened.
 *
 * @example
 * <WhyButton clientId={client.id} capability="products.purchase" />
 */
export const WhyButton = forwardRef<HTMLDivElement, WhyButtonProps>(function WhyButton(props, ref) {
  const { clientId, resellerId, capability, subscriptionId, role, label, accessibleLabel, ...others } = props
  const { onOpened, messages, ...rest } = others
  const t = useAccessWords('whyButton', whyButtonStrings, messages)
  const answer = useRef<HTMLDivElement>(null)
  const opened = useEvent(() => {
    answer.current?.focus()
    onOpened?.()
  })
  const popover = usePopover(opened)
  const question = { clientId, capability, resellerId, subscriptionId, role }
  const why = useWhyButton(question, popover.isOpen)
  return (
    <div {...rest} {...useRootProps('why-button', popover.isOpen ? why.state : 'closed')} ref={ref}>
      <Button look="quiet" aria-label={accessibleLabel} {...popover.anchorProps}>
        {label ?? t('why')}
      </Button>
      <div {...popover.panelProps} data-part="popover" data-kind="why">
        {popover.isOpen ? (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves it, nothing else
          <div
            data-part="why"
            ref={answer}
            tabIndex={-1}
            role="group"
            aria-live="polite"
            aria-label={t('title')}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              popover.close()
              popover.anchorProps.ref.current?.focus()
            }}
          >
            <WhyAnswer {...{ t, why }} />
          </div>
        ) : null}
      </div>
    </div>
  )
})
