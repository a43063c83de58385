"""Two weeks of container metrics as cAdvisor exposes them, and PromQL's rate worked out beside Prometheus.

A pod is described by its cores and its bytes at each minute; the counter and the gauge follow from that.
"""

import bisect
import math

MINUTE = 60
DAY = 86400


class Pod:
    """One pod's life. `cores` and `mebibytes` are functions of the time; `gaps` are times without scrapes."""

    def __init__(self, name, start, end, cores, mebibytes, resets=(), gaps=()):
        self.name, self.cpu, self.memory = name, [], []
        counter, resets = 0.0, sorted(resets)
        for time in range(start, end + 1, MINUTE):
            if time > start:
                counter += cores(time - 1) * MINUTE
            # A container that starts anew counts from nothing.
            if resets and time >= resets[0]:
                counter, resets = 0.0, resets[1:]
            if not any(begin <= time < finish for begin, finish in gaps):
                self.cpu.append((time, round(counter, 6)))
                self.memory.append((time, math.floor(mebibytes(time) * 2**20)))

    def samples(self, first, last):
        """What rate and max_over_time give at each step of five minutes: (cores, bytes), None for nothing."""
        cpu_times, memory_times = [t for t, _ in self.cpu], [t for t, _ in self.memory]
        for time in range(first, last + 1, 300):
            cpu = self.cpu[bisect.bisect_left(cpu_times, time - 300):bisect.bisect_right(cpu_times, time)]
            memory = self.memory[bisect.bisect_left(memory_times, time - 300):bisect.bisect_right(memory_times, time)]
            yield rate(cpu, time, 300), max((value for _, value in memory), default=None)


def rate(points, time, window):
    """promql/functions.go, extrapolatedRate."""
    if len(points) < 2:
        return None
    (first, start), (last, end) = points[0], points[-1]
    increase = end - start + sum(a for (_, a), (_, b) in zip(points, points[1:]) if b < a)
    sampled = last - first
    average = sampled / (len(points) - 1)
    before, after = first - (time - window), time - last
    if increase > 0 and start >= 0:
        before = min(before, sampled * start / increase)
    reach = sampled
    for distance in (before, after):
        reach += distance if distance < average * 1.1 else average / 2
    return increase * reach / sampled / window


def quantile(values, share):
    """Between the two nearest ranks, as quantile_over_time."""
    values = sorted(values)
    rank = share * (len(values) - 1)
    low = int(rank)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (rank - low)


def openmetrics(namespace, pods, begin, finish):
    """The exposition of the samples between two moments."""
    families = [("container_cpu_usage_seconds", "counter", "_total", "cpu"),
                ("container_memory_working_set_bytes", "gauge", "", "memory")]
    for family, kind, ending, part in families:
        yield f"# TYPE {family} {kind}\n"
        for pod in pods:
            labels = f'{{namespace="{namespace}",pod="{pod.name}",container="app",id="/kubepods/{pod.name}"}}'
            # The pod's own cgroup, which is not to be counted a second time.
            sum_labels = f'{{namespace="{namespace}",pod="{pod.name}",container="",id="/kubepods"}}'
            for time, value in getattr(pod, part):
                if begin <= time < finish:
                    yield f"{family}{ending}{labels} {value} {time}\n"
                    if time % 3600 == 0:
                        yield f"{family}{ending}{sum_labels} {value * 3} {time}\n"
    yield "# EOF\n"
