namespace DodoUpsell.AspNetCore.Security;

/// <summary>Tells ids of the API and of the SDK from other text, before any of it reaches a store, the API or a log.</summary>
internal static class Ids
{
    private const int MaxLength = 128;
    private const int MaxNameLength = 100;

    public static bool IsId(string? value)
    {
        if (value is not { Length: > 0 and <= MaxLength })
            return false;
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
        }

        return true;
    }

    /// <summary>Returns whether the text may be the name of a placement.</summary>
    public static bool IsName(string? value) =>
        value is { Length: > 0 and <= MaxNameLength }
        && !string.IsNullOrWhiteSpace(value)
        && !value.Any(char.IsControl);
}
