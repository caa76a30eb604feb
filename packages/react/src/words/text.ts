/** A text in the plural forms of its language (CLDR names). The number is the value `count`. */
export interface Plural {
  zero?: string
  one?: string
  two?: string
  few?: string
  many?: string
  other: string
}

/** One text of the kit. What stands in braces is filled in: `{name}`, or a term of the brand as in `{clients}`. */
export type Text = string | Plural

/** The texts of one part of the kit, as every language has to have them. Which of them have forms, it decides itself. */
export type Texts<T extends Readonly<Record<string, Text>>> = { readonly [K in keyof T]: Text }

/** What a text can be filled with. Numbers and lists are written as the language writes them. */
export type Values = Readonly<Record<string, string | number | readonly string[] | undefined>>
