"""When Python looks for objects that only hold one another: not while all of them are new.

A look at everything takes as long as a gap of the window may be, and nobody is answered meanwhile,
whichever thread it falls to. What the start makes stays until the end, so that no look at it finds
anything: during the start there is none, which saves a tenth of it, and later ones leave it out.
"""

from __future__ import annotations

import gc


def rest() -> None:
    """No look until `set_aside`."""
    gc.disable()


def set_aside() -> None:
    """From now on look only at what is made later."""
    gc.freeze()
    gc.enable()
