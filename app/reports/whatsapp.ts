/** Opens WhatsApp with a text, ready to be sent to whom the sender chooses (WhatsApp's click to chat, without a number). */
export function whatsAppLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text)}`;
}
