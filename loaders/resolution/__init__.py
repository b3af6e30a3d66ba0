"""One organisation, one node: which records are the same organisation, which may be, and why."""

from loaders.resolution.joining import Rules
from loaders.resolution.reasons import Reason, worded
from loaders.resolution.resolve import Resolution, resolve
from loaders.resolution.written import Written, taken_apart

__all__ = ["Reason", "Resolution", "Rules", "Written", "resolve", "taken_apart", "worded"]
