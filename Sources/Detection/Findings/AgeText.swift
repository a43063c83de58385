/// Seconds as kubectl prints ages: the two largest units, `3d4h`, `12m`, `45s`.
package func ageText(_ seconds: Int) -> String {
    let seconds = max(seconds, 0)
    let (days, hours) = (seconds / 86400, seconds / 3600 % 24)
    let (minutes, rest) = (seconds / 60 % 60, seconds % 60)
    if days >= 8 { return "\(days)d" }
    if days > 0 { return hours > 0 ? "\(days)d\(hours)h" : "\(days)d" }
    if hours > 0 { return minutes > 0 ? "\(hours)h\(minutes)m" : "\(hours)h" }
    if minutes >= 10 { return "\(minutes)m" }
    if minutes > 0 { return rest > 0 ? "\(minutes)m\(rest)s" : "\(minutes)m" }
    return "\(rest)s"
}
