#!/usr/bin/python3
"""Runs a command of the program several times and prints what it costs.

usage: measure.py COMMAND [ARGUMENT...]   as after `yongdi`; what it writes is overwritten
"""
import os
import statistics
import subprocess
import sys
import time

RUNS = 4  # the first one warms the page cache and does not count


def run(arguments):
    """Wall and processor seconds, peak memory in MB, and when each step began."""
    command = ["build/yongdi", *arguments, "--overwrite", "--fail-on", "never", "--lang", "en", "--progress", "always"]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    begun = [(time.perf_counter() - start, line.strip().split("%", 1)[-1].strip()) for line in process.stderr]
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"bench: yongdi {arguments[0]} ended with status {os.waitstatus_to_exitcode(status)}")
    ends = [at for at, _ in begun[1:]] + [wall]
    steps = {name: end - at for (at, name), end in zip(begun, ends)}
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, steps


def main(arguments):
    runs = [run(arguments) for _ in range(RUNS)][1:]
    for name, unit, values in zip(("wall", "processor", "peak memory"), ("s", "s", "MB"), zip(*runs)):
        print(f"{name:24} median {statistics.median(values):8.2f}   min {min(values):8.2f}   max {max(values):8.2f} {unit}")
    for step in runs[0][3]:
        print(f"  {step:22} median {statistics.median(steps[step] for *_, steps in runs):8.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
