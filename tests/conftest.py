"""What holds for all tests."""

from __future__ import annotations

import signal

from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # how fast a machine is decides no test

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what is to run beside it
    signal.signal(signal.SIGINT, signal.default_int_handler)
