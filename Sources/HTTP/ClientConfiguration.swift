/// What holds for every request of one client.
package struct ClientConfiguration: Sendable, Equatable {
    package var tls: TLSOptions
    /// `http://`, `https://` or `socks5://`; `nil` follows the environment as Go programs do.
    package var proxy: String?
    package var compression: Bool
    package var connectTimeout: Duration
    /// A body that does not move for this long is given up.
    package var stallLimit: Duration
    /// How much of one body may wait for its reader before the sender is held back.
    package var bufferLimit: Int

    package init(
        tls: TLSOptions = TLSOptions(),
        proxy: String? = nil,
        compression: Bool = true,
        connectTimeout: Duration = .seconds(10),
        stallLimit: Duration = .seconds(60),
        bufferLimit: Int = 4 << 20
    ) {
        self.tls = tls
        self.proxy = proxy
        self.compression = compression
        self.connectTimeout = connectTimeout
        self.stallLimit = stallLimit
        self.bufferLimit = bufferLimit
    }
}
