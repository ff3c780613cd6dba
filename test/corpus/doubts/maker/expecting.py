"""What must be said of each file, as its maker knows it."""

from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
EXPECTED = {}
ACCEPTED = "accepted(-with-warnings)?"
WARNED = "accepted-with-warnings"
REFUSED = "rejected|unreadable"
# Which of the kinds of ../README.md the files are of that are being made; 0 is none of them.
kind = 0


def expect(name, state, says=(), values=None, never=None, not_said=(), words=None):
    """`values` may stand only there where the file is accepted; what is in `never` must not."""
    EXPECTED[name] = {
        **{"kind": kind, "state": state, "says": sorted(says), "notSaid": sorted(not_said)},
        **{"values": values or {}, "never": never or {}},
        **({"words": words} if words else {}),
    }
    return HERE / name
