internal import HTTP

/// The next page, asked for before this one is read.
struct Prefetch {
    let token: String
    private let task: Task<Result<Response, KubeError>, Never>

    /// Its body may grow without limit until it is read: held back, it would hold back the page
    /// being read too, since both share one HTTP/2 connection.
    init(_ client: KubeClient, _ request: Request, token: String) {
        self.token = token
        task = Task {
            do throws(KubeError) {
                return .success(try await client.send(request, bufferLimit: .max))
            } catch {
                return .failure(error)
            }
        }
    }

    func response() async throws(KubeError) -> Response {
        let task = task
        return try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }

    func cancel() { task.cancel() }
}
