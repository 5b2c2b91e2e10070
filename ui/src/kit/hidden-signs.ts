/**
 * Signs that nobody sees and that change what is seen: controls, and marks that turn the direction of what follows. In what people
 * wrote they are shown by their number, in a text that is read as in one that is edited, and kept as they are.
 */

// What a Fluent message isolates names with is among them: only for words that people wrote, never for sentences of ours.
// oxlint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const SHOWN = /\u27e8U\+([0-9A-F]{4})\u27e9/g;

/** With the hidden signs by their numbers: "⟨U+202E⟩". */
export function showSigns(text: string): string {
  return text.replace(HIDDEN, (sign) => {
    const number = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\u27e8U+${number}\u27e9`;
  });
}

/** The text as it was, where hidden signs were shown by their numbers. */
export function restoreSigns(text: string): string {
  return text.replace(SHOWN, (shown, number: string) => {
    const sign = String.fromCharCode(Number.parseInt(number, 16));
    return showSigns(sign) === shown ? sign : shown;
  });
}
