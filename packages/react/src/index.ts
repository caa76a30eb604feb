export { ClienteleProvider, type ClienteleProviderProps } from './provider/clientele-provider.tsx'
export { useClientele, type ClienteleContextValue, type Density, type Theme } from './provider/clientele-context.ts'
export {
  AddClientForm,
  useAddClientForm,
  type AddClientField,
  type AddClientFormModel,
  type AddClientFormOptions,
  type AddClientFormProps,
  type AddClientFormStrings,
  type AddClientValues,
  type FieldProblem,
} from './add-client-form/index.ts'
export {
  ClientTable,
  useClientTable,
  type ClientColumn,
  type ClientColumnName,
  type ClientSelection,
  type ClientTableModel,
  type ClientTableOptions,
  type ClientTableProps,
  type ClientTableQuery,
  type ClientTableStrings,
} from './client-table/index.ts'
export {
  ClientPanel,
  useClientPanel,
  type ClientChange,
  type ClientPanelModel,
  type ClientPanelOptions,
  type ClientPanelProps,
  type ClientPanelStrings,
} from './client-panel/index.ts'
export { queryKeyOf } from './query/query-key.ts'
export { useFailureWords, type FailureWords, type Reason } from './words/use-failure-words.ts'
export type { AccessLocale, AccessMessages, Locale, MessageOverrides, Messages } from './words/locale.ts'
export type { Plural, Text, Texts, Values } from './words/text.ts'
