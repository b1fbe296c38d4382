#!/usr/bin/env python3
"""Everything about a tree that a scan could change: state.py FOLDER prints it, one path a line.

Kind, mode, owner, group, size, links, inode, times of change, modification and access, and the content's digest, which is
taken without touching the access time.
"""

import hashlib
import os
import stat
import sys


def digest(path, facts):
    # A link is not asked where it leads: that alone would touch its access time. Another target is another inode.
    if not stat.S_ISREG(facts.st_mode) or facts.st_size > 64 << 20:
        return '-'
    total = hashlib.sha256()
    file = os.open(path, os.O_RDONLY | os.O_NOATIME)
    while block := os.read(file, 1 << 20):
        total.update(block)
    os.close(file)
    return total.hexdigest()


def walk(folder):
    yield folder
    # Not os.walk: its listing would touch the access times of folders on some file systems.
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOATIME)
    names = sorted(os.listdir(descriptor))
    os.close(descriptor)
    for name in names:
        path = os.path.join(folder, os.fsencode(name))
        if stat.S_ISDIR(os.lstat(path).st_mode):
            if len(path) < 3_900:
                yield from walk(path)
        else:
            yield path


for path in walk(os.fsencode(sys.argv[1])):
    facts = os.lstat(path)
    print(path.hex(), oct(facts.st_mode), facts.st_uid, facts.st_gid, facts.st_size, facts.st_nlink, facts.st_ino,
          facts.st_ctime_ns, facts.st_mtime_ns, facts.st_atime_ns, digest(path, facts))
