"""The commands of the command line, one module each; none of them opens a window."""
