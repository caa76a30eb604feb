import { Refusal } from '../refusal.ts'

/** Reads a JSON body up to a size. Text is kept beside the value: idempotency compares what was sent. */
export async function readBody(request: Request, maxBytes: number): Promise<{ text: string; value: unknown }> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const text = await readText(request, maxBytes)
  if (text === '') return { text, value: undefined }
  if (type !== 'application/json') {
    throw new Refusal(
      'unsupported_media_type',
      `The body is ${type ?? 'of no named type'}, but only application/json is read. Set Content-Type.`,
    )
  }
  try {
    return { text, value: JSON.parse(text) as unknown }
  } catch (cause) {
    throw new Refusal('malformed_request', 'The body is not valid JSON. Nothing was changed.', { cause })
  }
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes)
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  // the length may be missing, or a lie
  for await (const chunk of request.body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge(maxBytes)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new Refusal('malformed_request', 'The body is not valid UTF-8. Nothing was changed.', { cause })
  }
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal('payload_too_large', `The body is larger than ${maxBytes} bytes. Send less at a time.`, {
    data: { maxBytes },
  })
}
