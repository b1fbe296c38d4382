import CLibXML2

/// The functions that libxml2 calls; their first argument is the parser's ``XMLState``.
enum XMLCallbacks {
  /// A handler table with our functions alone: the library builds no tree and opens nothing.
  static func table() -> xmlSAXHandler {
    var table = unsafe xmlSAXHandler()
    unsafe table.initialized = 0xDEED_BEAF  // XML_SAX2_MAGIC
    unsafe table.startElementNs = {
      state, local, prefix, _, namespaceCount, namespaces, count, defaulted, attributes in
      // Safety: the library passes the pointer it was given, and arrays of the counts it states.
      unsafe XMLCallbacks.startElement(
        state, local, prefix, Int(namespaceCount), namespaces, Int(count) - Int(defaulted),
        attributes)
    }
    unsafe table.endElementNs = { state, _, _, _ in unsafe XMLCallbacks.endElement(state) }
    unsafe table.characters = { state, text, count in
      unsafe XMLCallbacks.text(state, text, Int(count))
    }
    // The same function, so that the library does not stop to ask whether blanks matter.
    unsafe table.ignorableWhitespace = table.characters
    unsafe table.cdataBlock = { state, text, count in
      unsafe XMLCallbacks.section(state, text, Int(count))
    }
    unsafe table.comment = { state, text in unsafe XMLCallbacks.remark(state, .comment, text) }
    unsafe table.processingInstruction = { state, _, text in
      unsafe XMLCallbacks.remark(state, .instruction, text)
    }
    unsafe table.entityDecl = { state, name, type, _, _, content in
      // 1 is XML_INTERNAL_GENERAL_ENTITY; parameter and external entities are never kept.
      if type == 1 { unsafe XMLCallbacks.declaration(state, name, content) }
    }
    unsafe table.attributeDecl = { state, _, _, _, _, value, tree in
      // Safety: the library hands the enumeration over to this callback.
      unsafe xmlFreeEnumeration(tree)
      unsafe XMLCallbacks.remark(state, .declaration, value)
    }
    unsafe table.getEntity = { state, name in unsafe XMLCallbacks.entity(state, name) }
    unsafe table.resolveEntity = { _, _, _ in nil }
    unsafe table.serror = { state, error in unsafe XMLCallbacks.error(state, error) }
    return unsafe table
  }

  private static func startElement(
    _ pointer: UnsafeMutableRawPointer?, _ local: UnsafePointer<UInt8>?,
    _ prefix: UnsafePointer<UInt8>?, _ namespaceCount: Int,
    _ namespaces: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    // Safety: see table().
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      unsafe !state.pointee.isDeaf
    else { return }
    let start = unsafe state.pointee.understood
    let current = unsafe state.pointee.current
    guard unsafe state.pointee.depth < XMLLimits.depth else { return unsafe stop(state, .depth) }
    guard let name = unsafe number(of: local, prefix, state) else { return }
    unsafe state.pointee.note(.startElement, name: name, at: start)
    unsafe state.pointee.depth += 1
    if let namespaces = unsafe namespaces {
      for index in 0..<namespaceCount {
        // Safety: pairs of prefix and address.
        unsafe namespace(namespaces[2 * index], namespaces[2 * index + 1], state, at: start)
      }
    }
    if let attributes = unsafe attributes {
      // Safety: the tag lies in the library's input.
      var written = unsafe WrittenValues(state.pointee.input(from: start, to: current))
      for index in 0..<count {
        // Safety: groups of five: name, prefix, namespace, first byte and end of the value.
        let group = unsafe attributes + 5 * index
        guard let value = unsafe group[3], let end = unsafe group[4],
          let attribute = unsafe number(of: group[0], group[1], state)
        else { continue }
        // A value that is not ASCII or holds a reference is a copy.
        let own = unsafe state.pointee.offset(of: value)
        let offset = own ?? written.start(of: index).map { start.offset + $0 }
        unsafe note(
          attribute, UnsafeBufferPointer(start: value, count: end - value), state, at: offset,
          from: start, to: current)
      }
    }
    unsafe state.pointee.understood = XMLPosition(offset: current.offset + 1, line: current.line)
  }

  private static func note(
    _ attribute: Int, _ value: UnsafeBufferPointer<UInt8>,
    _ state: UnsafeMutablePointer<XMLState>, at offset: Int?, from start: XMLPosition,
    to current: XMLPosition
  ) {
    var position = start
    if let offset {
      position.offset = offset
      position.line = current.line
      if current.line != start.line {
        let place = XMLPosition(offset: offset, line: start.line)
        // Safety: what lies between the value and the current byte is readable.
        let rest = unsafe state.pointee.input(from: place, to: current)
        for index in 0..<rest.count where unsafe rest[index] == 0x0A { position.line -= 1 }
      }
    }
    if unsafe value.contains(0x26) {
      guard
        let resolved = unsafe state.pointee.entities.resolve(
          Array(value), fed: state.pointee.fed)
      else {
        unsafe stop(state, .expansion)
        return
      }
      unsafe resolved.withUnsafeBufferPointer {
        unsafe state.pointee.note(.attribute, name: attribute, text: $0, at: position)
      }
    } else {
      unsafe state.pointee.note(.attribute, name: attribute, text: value, at: position)
    }
  }

  private static func namespace(
    _ prefix: UnsafePointer<UInt8>?, _ address: UnsafePointer<UInt8>?,
    _ state: UnsafeMutablePointer<XMLState>, at position: XMLPosition
  ) {
    guard let address = unsafe address else { return }
    // Safety: both are NUL-ended strings of the library. The address of the prefix, moved by one, stands for `xmlns:prefix`.
    let key = UInt(bitPattern: prefix) | 1
    let number: Int
    if let known = unsafe state.pointee.names.number(local: key, prefix: 1) {
      number = known
    } else {
      guard unsafe state.pointee.names.spellings.count < XMLLimits.names else {
        return unsafe stop(state, .names)
      }
      let spelling = unsafe prefix.map { "xmlns:" + (unsafe String(cString: $0)) } ?? "xmlns"
      number = unsafe state.pointee.names.add(local: key, prefix: 1, spelling: spelling)
    }
    let length = unsafe Int(xmlStrlen(address))
    unsafe state.pointee.note(
      .attribute, name: number, text: UnsafeBufferPointer(start: address, count: length),
      at: position)
  }

  private static func number(
    of local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?,
    _ state: UnsafeMutablePointer<XMLState>
  ) -> Int? {
    let localKey = UInt(bitPattern: local)
    let prefixKey = UInt(bitPattern: prefix)
    if let known = unsafe state.pointee.names.number(local: localKey, prefix: prefixKey) {
      return known
    }
    guard let local = unsafe local else { return nil }
    guard unsafe state.pointee.names.spellings.count < XMLLimits.names else {
      unsafe stop(state, .names)
      return nil
    }
    // Safety: names are NUL-ended strings of the library.
    var spelling = unsafe String(cString: local)
    if let prefix = unsafe prefix { spelling = unsafe String(cString: prefix) + ":" + spelling }
    let number = unsafe state.pointee.names.add(
      local: localKey, prefix: prefixKey, spelling: spelling)
    unsafe state.pointee.accepted.add(spelling, number: number)
    return number
  }

  private static func endElement(_ pointer: UnsafeMutableRawPointer?) {
    // Safety: see table().
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      unsafe !state.pointee.isDeaf
    else { return }
    let current = unsafe state.pointee.current
    unsafe state.pointee.note(.endElement, at: current)
    unsafe state.pointee.understood = current
    unsafe state.pointee.depth -= 1
    if unsafe state.pointee.depth == 0 { unsafe state.pointee.rootEnd = current }
  }

  private static func text(
    _ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int
  ) {
    // Safety: see table(); the text is valid for the call.
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      unsafe !state.pointee.isDeaf, let text = unsafe text
    else { return }
    let bytes = unsafe UnsafeBufferPointer(start: text, count: count)
    let start = unsafe state.pointee.understood
    let current = unsafe state.pointee.current
    var position = current
    // A copy (text outside ASCII, a reference) began where the last event ended.
    position.offset = unsafe state.pointee.offset(of: text) ?? min(start.offset, current.offset)
    position.line = start.line
    unsafe state.pointee.note(.text, text: bytes, at: position)
    var end = current
    if position.offset >= current.offset {
      // The library has not moved on yet.
      end.offset = position.offset + count
    }
    unsafe state.pointee.understood = end
  }

  private static func section(
    _ pointer: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: Int
  ) {
    unsafe text(pointer, bytes, count)
    // Safety: see table().
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self) else { return }
    // The last piece of a section is told before its `]]>` is passed.
    let start = unsafe state.pointee.understood
    let end = XMLPosition(offset: start.offset + 3, line: start.line)
    let mark = unsafe state.pointee.input(from: start, to: end)
    if mark.count == 3, unsafe mark[0] == 0x5D && mark[1] == 0x5D && mark[2] == 0x3E {
      unsafe state.pointee.understood = end
    }
  }

  private static func remark(
    _ pointer: UnsafeMutableRawPointer?, _ kind: XMLRemark, _ text: UnsafePointer<UInt8>?
  ) {
    // Safety: see table(); the text is a NUL-ended string.
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      unsafe !state.pointee.isDeaf
    else { return }
    let start = unsafe state.pointee.understood
    if let text = unsafe text {
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
      unsafe state.pointee.note(.remark(kind), text: bytes, at: start)
    }
    unsafe state.pointee.understood = state.pointee.current
  }

  private static func declaration(
    _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?,
    _ content: UnsafePointer<UInt8>?
  ) {
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      let name = unsafe name, let content = unsafe content
    else { return }
    // Safety: NUL-ended strings, copied.
    let nameBytes = unsafe Array(
      UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    let contentBytes = unsafe Array(
      UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    unsafe state.pointee.entities.declare(nameBytes, contentBytes)
    unsafe remark(pointer, .declaration, content)
  }

  private static func entity(
    _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?
  ) -> xmlEntityPtr? {
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      let context = unsafe state.pointee.context, let name = unsafe name
    else { return nil }
    // Safety: both entities live in the state, which outlives the library's use of them. `orig` is set so that
    // the library never stores a string of its own there.
    if unsafe context.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE {
      unsafe state.pointee.attributeEntity.name = name
      unsafe state.pointee.attributeEntity.orig = UnsafeMutablePointer(mutating: name)
      unsafe state.pointee.attributeEntity.type = XML_ENTITY_DECL
      unsafe state.pointee.attributeEntity.etype = XML_INTERNAL_GENERAL_ENTITY
      unsafe state.pointee.attributeEntity.checked = 2
      return unsafe withUnsafeMutablePointer(to: &state.pointee.attributeEntity) { unsafe $0 }
    }
    guard unsafe context.pointee.inSubset == 0, unsafe !state.pointee.isDeaf else { return nil }
    var text: [UInt8] = []
    let bytes = unsafe Array(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    if unsafe !state.pointee.entities.expand(bytes, fed: state.pointee.fed, into: &text) {
      unsafe stop(state, .expansion)
      return nil
    }
    text.append(0)
    if unsafe (state.pointee.entityText?.count ?? 0) < text.count {
      unsafe state.pointee.entityText?.deallocate()
      unsafe state.pointee.entityText = .allocate(capacity: max(text.count, 256))
    }
    guard let room = unsafe state.pointee.entityText else { return nil }
    for index in text.indices { unsafe room[index] = text[index] }
    unsafe state.pointee.textEntity.name = name
    unsafe state.pointee.textEntity.orig = UnsafeMutablePointer(mutating: name)
    unsafe state.pointee.textEntity.type = XML_ENTITY_DECL
    unsafe state.pointee.textEntity.etype = XML_INTERNAL_PREDEFINED_ENTITY
    unsafe state.pointee.textEntity.content = room.baseAddress
    unsafe state.pointee.textEntity.length = Int32(text.count - 1)
    unsafe state.pointee.textEntity.checked = 2
    return unsafe withUnsafeMutablePointer(to: &state.pointee.textEntity) { unsafe $0 }
  }

  private static func error(_ pointer: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    // Safety: see table(). Of the error only its level and its number are looked at: the message quotes the text.
    guard let state = unsafe pointer?.assumingMemoryBound(to: XMLState.self),
      let error = unsafe error, unsafe error.pointee.level == XML_ERR_FATAL,
      unsafe !state.pointee.isDeaf
    else { return }
    unsafe state.pointee.cause = .malformed(code: Int(error.pointee.code))
  }

  private static func stop(_ state: UnsafeMutablePointer<XMLState>, _ cause: XMLStop.Cause) {
    if unsafe state.pointee.cause == nil { unsafe state.pointee.cause = cause }
    // Safety: the library expects to be stopped from its callbacks.
    unsafe xmlStopParser(state.pointee.context)
  }
}
