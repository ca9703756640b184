"""What tests share: databases, offices full of customers, windows, servers that misbehave."""
