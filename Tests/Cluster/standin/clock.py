"""Times and durations as Kubernetes writes them."""

import datetime
import re

UNITS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def micro_stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def seconds(text):
    """`90`, `10m`, `1h30m`"""
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    parts = re.findall(r"(\d+(?:\.\d+)?)(ms|[smhd])", text)
    if "".join(number + unit for number, unit in parts) != text:
        raise ValueError(f"not a duration: {text!r}")
    return sum(float(number) * UNITS[unit] for number, unit in parts)


def go_duration(total):
    """As Go prints a time.Duration: 10s, 2m40s, 5m0s."""
    total = int(total)
    hours, minutes, rest = total // 3600, total % 3600 // 60, total % 60
    if hours:
        return f"{hours}h{minutes}m{rest}s"
    return f"{minutes}m{rest}s" if minutes else f"{rest}s"


def ago(amount):
    return now() - datetime.timedelta(seconds=amount)


def later(moment, amount):
    return moment + datetime.timedelta(seconds=amount)
