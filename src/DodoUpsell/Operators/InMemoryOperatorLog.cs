namespace DodoUpsell;

/// <summary>
/// An operators' log in the memory of one process, for tests and trial use. Its content is lost when the process ends.
/// </summary>
public sealed class InMemoryOperatorLog : IOperatorLog
{
    private readonly object _gate = new();
    private readonly Dictionary<(DodoEnvironment, string), OperatorAction> _actions = [];

    /// <inheritdoc/>
    public Task<bool> AddAsync(OperatorAction action, CancellationToken cancellationToken = default)
    {
        Require(action);
        return Locked(() => _actions.TryAdd((action.Environment, action.Id), action), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> EndAsync(
        DodoEnvironment environment,
        string id,
        OperatorResult result,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        Check.That(result != OperatorResult.Started, nameof(result), "must be the end of the action");
        return Locked(
            () =>
            {
                if (!_actions.TryGetValue((environment, id), out var kept) || kept.Result != OperatorResult.Started)
                    return false;
                _actions[(environment, id)] = kept with { Result = result, EndedAt = now };
                return true;
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<OperatorAction?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    ) => Locked(() => _actions.GetValueOrDefault((environment, id)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OperatorAction>> ListAsync(
        DodoEnvironment environment,
        int maxCount = 100,
        OperatorAction? after = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxCount);
        return Locked<IReadOnlyList<OperatorAction>>(
            () =>
                [
                    .. _actions
                        .Values.Where(action => action.Environment == environment)
                        .Where(action => after is null || Compare(action, after) < 0)
                        .OrderDescending(Comparer<OperatorAction>.Create(Compare))
                        .Take(maxCount),
                ],
            cancellationToken
        );
    }

    internal static void Require(OperatorAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Check.NotBlank(action.Id, nameof(action.Id));
        Check.LengthAtMost(action.Id, OperatorAction.MaxIdLength, nameof(action.Id));
        Check.That(action.Result == OperatorResult.Started, nameof(action.Result), "must be written by EndAsync");
    }

    private static int Compare(OperatorAction left, OperatorAction right) =>
        left.StartedAt != right.StartedAt
            ? left.StartedAt.CompareTo(right.StartedAt)
            : string.CompareOrdinal(left.Id, right.Id);

    private Task<T> Locked<T>(Func<T> action, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        lock (_gate)
            return Task.FromResult(action());
    }
}
