/** What is copied for somebody else: a sentence, a citation, a request. */
import type { Client } from './client.ts';

/** Puts a text where it can be pasted from, and says so. */
export async function copyText(client: Client, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  client.said.emit(client.words.get().say('copied'));
}
