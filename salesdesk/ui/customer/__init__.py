"""One customer: the panel beside the lists with its timeline, and the customer's form."""
