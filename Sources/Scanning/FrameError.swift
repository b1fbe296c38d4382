/// What another process sent does not follow the protocol.
///
/// It says nothing more: what came from a process that sees contents must not be shown.
struct FrameError: Error, Equatable {}
