package import StructuredData

/// From when until when an X.509 certificate holds (RFC 5280, 4.1.2.5).
package struct CertificateValidity: Message, Hashable {
    package var notBefore = Timestamp()
    package var notAfter = Timestamp()

    package static let keys = KeyTable(of: Self.self)
    package init() {}

    package mutating func fields<V: FieldVisitor>(_ visit: inout V) throws {
        try visit.field("notBefore", 1, &notBefore)
        try visit.field("notAfter", 2, &notAfter)
    }
}

extension CertificateValidity {
    /// The first certificate of PEM text; nil where there is none that can be read.
    package init?(pem: [UInt8]) {
        let text = String(decoding: pem, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let begin = lines.firstIndex(where: { $0.hasPrefix("-----BEGIN CERTIFICATE") }),
            let end = lines[begin...].firstIndex(where: { $0.hasPrefix("-----END CERTIFICATE") })
        else { return nil }
        let body = lines[(begin + 1)..<end].joined()
        self.init(
            der: body.utf8.withContiguousStorageIfAvailable {
                Base64.decode(UnsafeRawBufferPointer($0))
            } ?? Base64.decode(Array(body.utf8)))
    }

    /// Certificate ::= SEQUENCE { tbsCertificate SEQUENCE { [0] version, serialNumber, signature,
    /// issuer, validity SEQUENCE { notBefore, notAfter }, … } }
    package init?(der bytes: [UInt8]) {
        guard let certificate = DERElement(bytes[...]), certificate.tag == 0x30,
            let tbs = DERElement(certificate.content), tbs.tag == 0x30
        else { return nil }
        var rest = tbs.content
        var fields: [DERElement] = []
        while fields.count < 5, let element = DERElement(rest) {
            // The version is optional: skipped, so that the fields stand at fixed places.
            if element.tag != 0xA0 { fields.append(element) }
            rest = bytes[element.end..<rest.endIndex]
        }
        guard fields.count >= 4, fields[3].tag == 0x30,
            let start = DERElement(fields[3].content),
            let stop = DERElement(bytes[start.end..<fields[3].content.endIndex]),
            let notBefore = start.time, let notAfter = stop.time
        else { return nil }
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}

/// One tag-length-value of DER (X.690, 8.1), definite lengths only.
private struct DERElement {
    let tag: UInt8
    let content: ArraySlice<UInt8>
    var end: Int { content.endIndex }

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 2 else { return nil }
        var place = bytes.startIndex
        tag = bytes[place]
        var length = Int(bytes[place + 1])
        place += 2
        if length >= 0x80 {
            let count = length & 0x7F
            guard (1...4).contains(count), bytes.endIndex - place >= count else { return nil }
            length = bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
            place += count
        }
        guard bytes.endIndex - place >= length else { return nil }
        content = bytes[place..<place + length]
    }

    /// UTCTime `YYMMDDHHMMSSZ` (years from 50 on are 19xx) or GeneralizedTime `YYYYMMDDHHMMSSZ`.
    var time: Timestamp? {
        var digits = String(decoding: content, as: UTF8.self)
        switch tag {
        case 0x17 where digits.count == 13: digits = (digits < "50" ? "20" : "19") + digits
        case 0x18 where digits.count == 15: break
        default: return nil
        }
        let d = Array(digits)
        let (year, month, day) = (String(d[0..<4]), String(d[4..<6]), String(d[6..<8]))
        let (hour, minute, second) = (String(d[8..<10]), String(d[10..<12]), String(d[12..<14]))
        return Timestamp(rfc3339: "\(year)-\(month)-\(day)T\(hour):\(minute):\(second)Z")
    }
}
