/// Takes the parts of JSON as they are read.
protocol JSONSink {
  mutating func open(isObject: Bool) throws(JSONMistake.Kind)
  mutating func close() throws(JSONMistake.Kind)
  mutating func key(_ key: String) throws(JSONMistake.Kind)
  mutating func value(_ scalar: JSONNode) throws(JSONMistake.Kind)
}
