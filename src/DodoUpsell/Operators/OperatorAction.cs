namespace DodoUpsell;

/// <summary>Represents one action of an operator in the back office. Times are in UTC.</summary>
/// <remarks>
/// It contains the name of the operator, and may contain the id of a customer. The SDK writes neither to logs.
/// </remarks>
public sealed record OperatorAction
{
    /// <summary>The maximum length of an id: 64 characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the unique id of the action, at most <see cref="MaxIdLength"/> characters.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the time at which the action was recorded, before it was carried out.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the name of the operator, as the app authenticated it.</summary>
    public required string Operator { get; init; }

    /// <summary>Gets the name of the action, such as <c>webhook.replay</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Gets what the action is about, such as the id of a delivery, or null if it is about nothing.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the result.</summary>
    public OperatorResult Result { get; init; }

    /// <summary>Gets the time at which the result was recorded, or null if there is none yet.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Returns the id and the result only.</summary>
    public override string ToString() => $"{nameof(OperatorAction)} ({Id}, {Result})";
}

/// <summary>Specifies the result of an operator's action.</summary>
public enum OperatorResult
{
    /// <summary>
    /// The action was started, and no result is recorded: it is under way, or its process ended meanwhile.
    /// </summary>
    Started = 0,

    /// <summary>The action was carried out.</summary>
    Done = 1,

    /// <summary>There was nothing to do: the subject does not exist, or its state does not allow the action.</summary>
    NothingToDo = 2,

    /// <summary>The action failed with an error. It may have been carried out in part.</summary>
    Failed = 3,
}
