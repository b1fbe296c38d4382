#!/usr/bin/env python3
"""Searches the memory that a process can write: resident.py PROCESS TEXT... prints megabytes searched, and how often a text was there."""

import sys

number, *texts = sys.argv[1:]
searched = found = 0
with open(f'/proc/{number}/maps') as maps, open(f'/proc/{number}/mem', 'rb') as memory:
    for region in maps:
        span, rights = region.split()[:2]
        start, end = (int(part, 16) for part in span.split('-'))
        if not rights.startswith('rw'):
            continue
        try:
            memory.seek(start)
            data = memory.read(end - start)
        except (OSError, ValueError, OverflowError):
            continue
        searched += len(data)
        found += sum(data.count(text.encode()) for text in texts)
print(searched >> 20, found)
