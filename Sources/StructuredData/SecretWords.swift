/// Words behind which a secret stands: the one list, to which a place that must be stricter adds its
/// own.
package enum SecretWords {
    package static let all =
        passwords + [
            "token", "secret", "credential", "credentials", "apikey", "authorization", "auth",
            "bearer", "cookie", "signature",
        ]

    package static let passwords = ["password", "passwd", "passphrase", "pwd"]
}
