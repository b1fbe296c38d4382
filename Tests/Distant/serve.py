#!/usr/bin/env python3
"""Mounts a folder as a file server would show it, one that does not always answer (needs root and /dev/fuse).

    serve.py FOLDER MOUNTPOINT    prints "ready"; a line on standard input answers what is late, its end ends all
    serve.py --probe              ends with 0 where this works

Names in the folder say what becomes of requests: `never-opened`, `never-listed`, `never-read` get no answer to that one
request, `late` is opened when a line comes, and once `silences` is read nothing is answered any more but that a file is
closed, as SSHFS does without its server; once `hangs` is read, not even that. It ends by itself after a minute.
"""
import ctypes
import errno
import os
import select
import struct
import sys
import tempfile
import time

LIBC = ctypes.CDLL(None, use_errno=True)
LOOKUP, FORGET, GETATTR, OPEN, READ, STATFS, RELEASE, FLUSH = 1, 2, 3, 14, 15, 17, 18, 25
INIT, OPENDIR, READDIR, RELEASEDIR, INTERRUPT, DESTROY, BATCH_FORGET = 26, 27, 28, 29, 36, 38, 42
DETACH = 2


def mount(device, point):
    options = f"fd={device},rootmode=40000,user_id=0,group_id=0".encode()
    if LIBC.mount(b"server:/share", os.fsencode(point), b"fuse.sshfs", 0, options) != 0:
        raise OSError(ctypes.get_errno(), "mount")


def unmount(point):
    LIBC.umount2(os.fsencode(point), DETACH)


class Server:
    def __init__(self, folder, device):
        self.device = device
        self.paths = {1: folder}
        self.nodes = {folder: 1}
        self.is_silent = self.hangs = False
        self.late = []

    def answer(self, unique, body=b"", error=0):
        os.write(self.device, struct.pack("<IiQ", 16 + len(body), -error, unique) + body)

    def attributes(self, node):
        facts = os.lstat(self.paths[node])
        return struct.pack(
            "<6Q10I", node, facts.st_size, facts.st_blocks, *(int(facts.st_mtime),) * 3, 0, 0, 0,
            facts.st_mode, 1, facts.st_uid, facts.st_gid, 0, 4096, 0)

    def look_up(self, unique, node, name):
        path = self.paths[node] + "/" + os.fsdecode(name)
        if not os.path.lexists(path):
            return self.answer(unique, error=errno.ENOENT)
        found = self.nodes.setdefault(path, len(self.nodes) + 1)
        self.paths[found] = path
        self.answer(unique, struct.pack("<4Q2I", found, 0, 0, 0, 0, 0) + self.attributes(found))

    def list(self, unique, node, offset):
        body = b""
        for place, name in enumerate(sorted(os.listdir(self.paths[node]))[offset:], offset + 1):
            is_folder = os.path.isdir(self.paths[node] + "/" + name)
            raw = os.fsencode(name)
            entry = struct.pack("<QQII", 99, place, len(raw), 4 if is_folder else 8) + raw
            entry += bytes(-len(entry) % 8)
            if len(body) + len(entry) > 4000:
                break
            body += entry
        self.answer(unique, body)

    def read(self, unique, path, offset, size):
        with open(path, "rb") as file:
            file.seek(offset)
            self.answer(unique, file.read(size))

    def take(self, request):
        _, code, unique, node = struct.unpack_from("<IIQQ", request)
        body = request[40:]
        name = os.path.basename(self.paths.get(node, ""))
        if code in (FORGET, BATCH_FORGET, INTERRUPT, DESTROY) or self.hangs:
            return
        if self.is_silent and code not in (RELEASE, RELEASEDIR, FLUSH):
            return
        if code == INIT:
            self.answer(unique, struct.pack("<IIIIHHIIHHI7I", 7, 31, 0, 0, 0, 0, 4096, 1, *(0,) * 10))
        elif code == LOOKUP:
            self.look_up(unique, node, body.rstrip(b"\0"))
        elif code == GETATTR:
            self.answer(unique, struct.pack("<QII", 0, 0, 0) + self.attributes(node))
        elif code in (OPEN, OPENDIR):
            if "never-opened" in name:
                return
            if "late" in name:
                self.late.append(unique)
                return
            self.answer(unique, struct.pack("<QII", 0, 0, 0))
        elif code == READDIR:
            if "never-listed" not in name:
                self.list(unique, node, struct.unpack_from("<QQ", body)[1])
        elif code == READ:
            self.hangs = "hangs" in name
            self.is_silent = self.hangs or "silences" in name
            if "never-read" not in name and not self.is_silent:
                self.read(unique, self.paths[node], *struct.unpack_from("<QI", body, 8))
        elif code == STATFS:
            self.answer(unique, bytes(80))
        elif code in (RELEASE, RELEASEDIR, FLUSH):
            self.answer(unique)
        else:
            self.answer(unique, error=errno.ENOSYS)

    def run(self):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            ready = select.select([self.device, 0], [], [], 1)[0]
            if 0 in ready:
                if not os.read(0, 4096):
                    return
                for unique in self.late:
                    self.answer(unique, struct.pack("<QII", 0, 0, 0))
                self.late = []
            if self.device in ready:
                try:
                    self.take(os.read(self.device, 1 << 20))
                except OSError as error:
                    # The request was given up meanwhile, or the mount is gone.
                    if error.errno == errno.ENODEV:
                        return


def main(arguments):
    if arguments == ["--probe"]:
        with tempfile.TemporaryDirectory() as point:
            mount(os.open("/dev/fuse", os.O_RDWR), point)
            unmount(point)
        return
    folder, point = arguments
    device = os.open("/dev/fuse", os.O_RDWR)
    mount(device, point)
    print("ready", flush=True)
    try:
        Server(os.path.abspath(folder), device).run()
    finally:
        unmount(point)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except OSError as error:
        sys.exit(f"serve.py: {error}")
