"""How a server is to join."""

#: A statement's prefix on MySQL: it would read whole, and hash, what its statistics take for
#: small, and sort everything afterwards. MariaDB reads a comment.
JOINED_BY_KEY = "/*+ NO_BNL() */"
