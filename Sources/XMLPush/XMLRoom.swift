/// Memory that grows as elements are appended: an array without the checks that each append of one costs.
// Safety: `start` points to `capacity` elements, of which the first `count` are set; the owner frees it.
@safe struct XMLRoom<Element: BitwiseCopyable> {
  private var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    unsafe start = .allocate(capacity: capacity)
  }

  /// The elements, valid until the next change.
  var elements: UnsafeBufferPointer<Element> {
    unsafe UnsafeBufferPointer(start: start, count: count)
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    // Safety: there is room, as just seen.
    unsafe (start + count).initialize(to: element)
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ more: UnsafeBufferPointer<Element>) {
    guard let from = more.baseAddress else { return }
    if capacity - count < more.count { grow(to: count + more.count) }
    // Safety: there is room, as just seen, and the two do not overlap.
    unsafe (start + count).initialize(from: from, count: more.count)
    count &+= more.count
  }

  /// Forgets the elements from an index on.
  mutating func shorten(to count: Int) { self.count = min(self.count, max(count, 0)) }

  /// Forgets the elements, and gives back memory beyond the usual.
  mutating func clear(keeping usual: Int) {
    count = 0
    guard capacity > usual else { return }
    free()
    self = XMLRoom(capacity: usual)
  }

  func free() { unsafe start.deallocate() }

  private mutating func grow(to wanted: Int) {
    let larger = max(capacity * 2, wanted)
    let room = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    // Safety: the new memory is larger than what is set.
    unsafe room.initialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = room
    capacity = larger
  }
}
