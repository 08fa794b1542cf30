namespace DodoUpsell.Http;

/// <summary>Represents an API response that must contain a list.</summary>
internal interface IListAnswer
{
    /// <summary>Gets the JSON name of the list if it is missing in the response; otherwise null.</summary>
    string? MissingList { get; }
}
