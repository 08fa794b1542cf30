namespace DodoUpsell.Tests.Support;

/// <summary>
/// Answers requests in rounds: the requests of a round are answered once all of them are waiting, so that whoever sends
/// them one after another waits for ever and fails. The number of rounds is the longest chain of calls.
/// </summary>
internal sealed class Rounds : DelegatingHandler
{
    // Only a failing test waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly int[] _sizes;
    private readonly List<Round> _rounds = [new()];

    /// <summary>Expects rounds of these sizes. What comes after them is answered at once, as a round of its own.</summary>
    public Rounds(params int[] sizes) => _sizes = sizes;

    /// <summary>The requests of each round as method and path, sorted; generated ids are left out.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_gate)
            {
                return _rounds
                    .Where(round => round.Calls.Count > 0)
                    .Select(round => string.Join(", ", round.Calls.Order(StringComparer.Ordinal)))
                    .ToList();
            }
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await Enter($"{request.Method} {NameOf(request.RequestUri!)}").WaitAsync(Patience, cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }

    private static string NameOf(Uri uri) =>
        string.Concat(
            uri.Segments.Select(segment => segment.StartsWith("pay_", StringComparison.Ordinal) ? "{id}" : segment)
        );

    private Task Enter(string call)
    {
        lock (_gate)
        {
            var round = _rounds[^1];
            round.Calls.Add(call);
            if (round.Calls.Count >= _sizes.ElementAtOrDefault(_rounds.Count - 1))
            {
                _rounds.Add(new());
                round.IsFull.SetResult();
            }

            return round.IsFull.Task;
        }
    }

    private sealed class Round
    {
        public List<string> Calls { get; } = [];

        // The next request may be sent while this one is being answered, but not by the same thread.
        public TaskCompletionSource IsFull { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
