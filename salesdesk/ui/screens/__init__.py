"""The screens behind the navigation."""
