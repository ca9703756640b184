"""Message templates: filled in for a customer and sent by WhatsApp; edited by leads."""
