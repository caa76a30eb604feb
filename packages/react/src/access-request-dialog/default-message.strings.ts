/** What stands in the message at first. `{client_first_name}` and `{level_name}` are filled in when it is sent. */
export const defaultMessageStrings = {
  defaultMessage:
    'Hello {client_first_name},\n\nI would like to look after {scope} for you. For that I ask for the access “{level_name}”. You can end it at any time.\n\nKind regards,\n{sender_name}',
  products: 'your products',
  console: 'your console',
  support: 'your support requests',
}

export type DefaultMessageStrings = typeof defaultMessageStrings

export const germanMessage: DefaultMessageStrings = {
  defaultMessage:
    'Guten Tag {client_first_name},\n\ngerne möchte ich mich für Sie um {scope} kümmern. Dafür bitte ich um den Zugriff „{level_name}“. Sie können ihn jederzeit beenden.\n\nMit freundlichen Grüßen\n{sender_name}',
  products: 'Ihre Produkte',
  console: 'Ihre Konsole',
  support: 'Ihre Supportanfragen',
}

export const frenchMessage: DefaultMessageStrings = {
  defaultMessage:
    'Bonjour {client_first_name},\n\nje souhaite m’occuper de {scope} pour vous. Pour cela, je vous demande l’accès « {level_name} ». Vous pourrez y mettre fin à tout moment.\n\nCordialement,\n{sender_name}',
  products: 'vos produits',
  console: 'votre console',
  support: 'vos demandes d’assistance',
}

/** A message of nobody's own follows the language of the mail, whatever the page speaks. */
export const defaultMessages: Readonly<Record<string, DefaultMessageStrings>> = {
  en: defaultMessageStrings,
  de: germanMessage,
  fr: frenchMessage,
}
