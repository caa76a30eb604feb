'use client'

import { useRef, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import { Field, type FieldProps } from './field.tsx'
import { HiddenText } from './hidden-text.tsx'

export interface TagsFieldProps extends FieldProps {
  tags: readonly string[]
  onTags: (tags: readonly string[]) => void
}

/** Several short texts: Enter or a comma adds one, its button or Backspace takes one away. */
export function TagsField({ tags, onTags, ...field }: TagsFieldProps) {
  const common = useWords('common')
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const add = (typed: string) => {
    const found = typed.split(',').map((tag) => tag.trim())
    const next = [...new Set([...tags, ...found.filter(Boolean)])]
    if (next.length > tags.length) onTags(next)
    setText('')
  }

  return (
    <Field {...field}>
      {(control) => (
        <div data-part="tags-control">
          {tags.map((tag) => (
            <span data-part="tag" key={tag}>
              {tag}
              <button
                type="button"
                data-part="tag-remove"
                aria-label={common('remove', { value: tag })}
                onClick={() => {
                  onTags(tags.filter((other) => other !== tag))
                  input.current?.focus()
                }}
              >
                <span data-part="cross" aria-hidden />
              </button>
            </span>
          ))}
          <input
            {...control}
            ref={input}
            data-part="tags-input"
            autoComplete="off"
            value={text}
            onChange={({ target: { value } }) => (value.includes(',') ? add(value) : setText(value))}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && text.trim() !== '' && !event.nativeEvent.isComposing) {
                event.preventDefault()
                add(text)
              }
              if (event.key === 'Backspace' && text === '') onTags(tags.slice(0, -1))
            }}
            onBlur={() => add(text)}
          />
          <HiddenText role="status">{tags.join(', ')}</HiddenText>
        </div>
      )}
    </Field>
  )
}
