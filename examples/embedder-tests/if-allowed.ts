import { isApiError, type Clientele } from '@clientele/sdk'

/**
 * Does something at a client if its consent allows it now, asked for each click. A "no" gives the code to show, and
 * `<WhyButton>` beside it says who can remove what blocks.
 */
export async function ifAllowed(
  clientele: Clientele,
  what: { clientId: string; capability: string; subscriptionId?: string },
  act: () => Promise<void>,
): Promise<string | undefined> {
  const { allowed, code } = await clientele.access.check(what)
  if (!allowed) return code
  try {
    await act()
    return undefined
  } catch (error) {
    // the client may have switched it off between the question and the act: the call is refused with the same codes
    if (!isApiError(error)) throw error
    return error.code
  }
}
