namespace DodoUpsell;

/// <summary>The answer of a list that comes whole, in one response.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record ListResponse<T> : ApiObject
{
    /// <summary>What was listed, in the order of the API.</summary>
    public IReadOnlyList<T> Items { get; init => field = value ?? []; } = [];
}
