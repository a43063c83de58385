/// The version every document and the user agent carry.
enum Version {
    static let current = "0.1.0"
}
