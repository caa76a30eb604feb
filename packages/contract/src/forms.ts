export { countryCodes } from './countries.ts'
export { hostOfEmail, isWithinDomain, toAsciiDomain } from './domain-name.ts'
export { fieldErrors } from './field-errors.ts'
export {
  CreateClient,
  Description,
  OrganizationClient,
  QuickClient,
  Tag,
  Tags,
  UpdateClient,
} from './resources/clients.input.schema.ts'
export { fillInMessage, messageVariables, type MessageVariable } from './message-variables.ts'
export { crossFieldErrors, type ClientFacts, type ClientRules } from './resources/clients.rules.ts'
