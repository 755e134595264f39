"""`python -m workjournal`."""

import sys

from workjournal.app import main

sys.exit(main())
