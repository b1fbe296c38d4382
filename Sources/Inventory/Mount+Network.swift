extension Mount {
  /// Whether reading waits for another machine: the type of the file system is one that is known to cross a network.
  ///
  /// Of FUSE only types that name what is behind them; a type that says nothing counts as local.
  ///
  /// - Source: `mount(8)` and the names that Linux and the usual FUSE programs register (Linux 6.12, rclone, sshfs, s3fs).
  package var isNetwork: Bool { Self.networkTypes.contains(filesystem) }

  /// Whether a call to it may wait for ever: what lies on another machine, and what a program or an automounter answers
  /// for.
  package var mayNeverAnswer: Bool {
    isNetwork || filesystem.hasPrefix("fuse") || filesystem == "autofs"
  }

  private static let networkTypes: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "lustre", "orangefs", "gfs2",
    "ocfs2",
    "beegfs", "gpfs", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.glusterfs", "fuse.ceph",
    "fuse.s3fs",
    "fuse.gcsfuse", "fuse.blobfuse2", "fuse.davfs2", "fuse.smbnetfs", "fuse.curlftpfs",
  ]
}
