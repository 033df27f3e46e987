#!/usr/bin/env python3
"""The one way in for whoever works on this: setup, serve, test, check, bench, shots.

Needs nothing but Python 3.11 or newer; `python3 dev.py --help` says the rest. This file must be
readable by older Pythons too, so that they can say what is wrong in one line.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Python 3.11 or newer is needed, and this is Python %d.%d. Install a newer one, then run it with dev.py."
        % sys.version_info[:2]
    )

from devtools.commands import main

if __name__ == "__main__":
    sys.exit(main())
