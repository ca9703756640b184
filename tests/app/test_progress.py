"""The bar of the command line, and an interrupt that Python would have dropped."""

import os
import signal

import pytest

from salesdesk.app.commands.progress import Bar


class Careless:
    """Something whose end takes a moment, in which an interrupt comes."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_an_interrupt_in_the_middle_of_cleaning_up_is_heard() -> None:
    before = signal.getsignal(signal.SIGINT)
    with Bar(10, "customers") as bar:
        bar.update(1)
        made = Careless()
        del made
        with pytest.raises(KeyboardInterrupt):
            bar.update(1)
    assert signal.getsignal(signal.SIGINT) == before
