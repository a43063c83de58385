import ClusterModel

/// Past usage held against requests, limits and replicas.
struct Replay {
    /// What is tried: `limits` and `requests` by container.
    struct Trial {
        var replicas: Int
        /// Cores one pod requests; nil where a container requests none, so nothing can be short.
        var request: Double?
        var cpuLimits: [Symbol: Double] = [:]
        var memoryLimits: [Symbol: Double] = [:]
        /// An autoscaler that sets the replicas instead.
        var autoscaler: HPASimulation?
    }

    let usage: [(container: Symbol, entry: UsageBook.Entry)]

    /// Hours in which anything was measured.
    var hours: Int {
        let grids = usage.flatMap { [$0.entry.cpu?.grid, $0.entry.memory?.grid] }
            .compactMap(\.self)
        guard let raster = grids.first else { return 0 }
        let cells = (0..<raster.count).count { cell in grids.contains { !$0.peak[cell].isNaN } }
        return cells * Int(UsageGrid.cell) / 3600
    }

    func outcome(of trial: Trial) -> ReplayOutcome {
        var outcome = ReplayOutcome()
        for (container, entry) in usage {
            if let limit = trial.cpuLimits[container], let grid = entry.cpu?.grid {
                let cells = grid.peak.count { Double($0) > limit }
                outcome.throttledHours.value += Double(cells) * Double(UsageGrid.cell) / 3600
            }
            if let limit = trial.memoryLimits[container], let grid = entry.memory?.grid {
                outcome.oomKills.value += grid.peak.risesOver(limit)
            }
        }
        outcome.replicaMinutesShort.value = minutesShort(trial)
        return outcome
    }

    private func minutesShort(_ trial: Trial) -> Int {
        guard let request = trial.request, request > 0 else { return 0 }
        let grids = usage.compactMap { $0.entry.cpu?.grid }
        guard let raster = grids.first else { return 0 }
        var simulation = trial.autoscaler
        var replicas = trial.replicas
        var minutes = 0
        for cell in 0..<raster.count {
            let demands = grids.compactMap { $0.demand(cell) }
            if demands.isEmpty { continue }
            let demand = demands.reduce(0, +)
            let needed = Int(min((demand / request).wholeUp, 1e6))
            if simulation != nil {
                minutes +=
                    simulation?.minutesShort(
                        demand: demand, request: request, needed: needed,
                        from: raster.time(of: cell), &replicas) ?? 0
            } else {
                minutes += max(0, needed - replicas) * Int(UsageGrid.cell) / 60
            }
        }
        return minutes
    }
}

extension [Float] {
    /// How often the values come to lie above `limit`, from below or from nothing.
    fileprivate func risesOver(_ limit: Double) -> Int {
        var rises = 0
        var isAbove = false
        for value in self {
            let now = Double(value) > limit
            if now && !isAbove { rises += 1 }
            isAbove = now
        }
        return rises
    }
}
