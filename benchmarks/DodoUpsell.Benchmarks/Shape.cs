namespace DodoUpsell.Benchmarks;

/// <summary>One call, made by both sides.</summary>
/// <param name="Name">The row's name.</param>
/// <param name="CallsPerTurn">So many calls that a turn takes about a millisecond.</param>
/// <param name="Floor">The call of the hand-written client.</param>
/// <param name="Ours">The call of the SDK.</param>
internal sealed record Shape(string Name, int CallsPerTurn, Func<Task<object>> Floor, Func<Task<object>> Ours);
