/** What can stand in the message of an access request, between braces. */
export const messageVariables = ['client_first_name', 'reseller_name', 'level_name', 'expiry_date'] as const
export type MessageVariable = (typeof messageVariables)[number]

/**
 * The message with its variables filled in: what the client reads, and what the sender sees beforehand. Braces around
 * anything else stay as they were typed, and what is filled in is not looked through again.
 *
 * @example
 * fillInMessage('Hello {client_first_name}', { ...values, client_first_name: 'Ada' }) // Hello Ada
 */
export function fillInMessage(message: string, values: Record<MessageVariable, string>): string {
  return message.replaceAll(/\{(\w+)\}/g, (braces, name: string) => (isVariable(name) ? values[name] : braces))
}

function isVariable(name: string): name is MessageVariable {
  return (messageVariables as readonly string[]).includes(name)
}
