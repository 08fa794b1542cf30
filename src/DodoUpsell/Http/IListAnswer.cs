namespace DodoUpsell.Http;

/// <summary>An answer of the API that must carry a list.</summary>
internal interface IListAnswer
{
    /// <summary>Gets the list's name on the wire if the answer came without it; otherwise null.</summary>
    string? MissingList { get; }
}
