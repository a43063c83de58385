import Scaling
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite("Forecasts")
struct ForecastTests {
    /// A number between -1 and 1 that only depends on the place.
    static func noise(_ place: Int) -> Double {
        var state = UInt64(place) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
        state ^= state >> 29
        state = state &* 0xBF58_476D_1CE4_E5B9
        state ^= state >> 32
        return Double(state % 20_001) / 10_000 - 1
    }

    static func days(_ count: Int, _ value: (Int) -> Double) -> HourlyDemand {
        let values = (0..<count * 24).map(value)
        return HourlyDemand(start: 0, values: values, measured: values.count)
    }

    static func daily(_ hour: Int) -> Double { 2 + sin(Double(hour) / 24 * 2 * .pi) }

    @Test("a noisy day is forecast better than by yesterday's noise")
    func noisy() throws {
        let demand = Self.days(14) { Self.daily($0) + 0.2 * Self.noise($0) }
        let forecast = try #require(DemandForecast(demand))
        let backtest = try #require(forecast.backtest)
        #expect(forecast.method == .holtWinters)
        #expect(backtest.error < backtest.baselineError)
        #expect(backtest.days == 3)
        for hour in 0..<24 {
            #expect(abs(forecast.values[hour] - Self.daily(hour)) < 0.2, "\(hour)")
        }
    }

    @Test("nine of ten hours lie between the bounds")
    func bounds() throws {
        let demand = Self.days(14) { Self.daily($0) + 0.2 * Self.noise($0) }
        let forecast = try #require(DemandForecast(demand))
        let inside = (0..<24).count { hour in
            let truth = Self.daily(hour) + 0.2 * Self.noise(14 * 24 + hour)
            return forecast.lower[hour] <= truth && truth <= forecast.upper[hour]
        }
        #expect(inside >= 20)
        #expect(zip(forecast.lower, forecast.upper).allSatisfy { $0 < $1 && $0 >= 0 })
    }

    @Test("what repeats exactly is left to the baseline, which cannot be beaten")
    func exact() throws {
        let forecast = try #require(DemandForecast(Self.days(14, Self.daily)))
        let backtest = try #require(forecast.backtest)
        #expect(!backtest.beatsBaseline)
        #expect(forecast.method == .seasonalNaive)
        #expect(forecast.values == (0..<24).map { Self.daily(14 * 24 + $0 - 168) })
        #expect(backtest.baselineError < 1e-9)
    }

    @Test("a quiet weekend is known from the last one")
    func weekly() throws {
        func value(_ hour: Int) -> Double {
            let isWeekend = hour / 24 % 7 >= 5
            return isWeekend ? 0.5 : Self.daily(hour)
        }
        // 19 days: the coming one is a Saturday.
        let forecast = try #require(DemandForecast(Self.days(19, value)))
        #expect(forecast.values.allSatisfy { abs($0 - 0.5) < 0.25 })
    }

    @Test("growth goes on, damped")
    func growth() throws {
        let demand = Self.days(14) { Self.daily($0) + Double($0) * 0.01 }
        let forecast = try #require(DemandForecast(demand))
        let naive = try #require(SeasonalNaive(demand.values))
        #expect(forecast.method == .holtWinters)
        #expect(forecast.peak.value > naive.forecast(24).max() ?? 0)
    }

    @Test(
        "little history gives the baseline or nothing",
        arguments: [(0, false), (1, true), (2, true)]
    )
    func short(days: Int, exists: Bool) {
        let forecast = DemandForecast(Self.days(days, Self.daily))
        #expect((forecast != nil) == exists)
        #expect(forecast?.backtest == nil)
        #expect(forecast?.method ?? .seasonalNaive == .seasonalNaive)
    }

    @Test("nothing at all is forecast as nothing")
    func zero() throws {
        let forecast = try #require(DemandForecast(Self.days(14) { _ in 0 }))
        #expect(forecast.peak.value == 0)
    }
}
