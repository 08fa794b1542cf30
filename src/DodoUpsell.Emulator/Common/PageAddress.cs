using System.Globalization;
using System.Text;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Common;

/// <summary>
/// Checks the URLs to which a shop sends its customers: only absolute http and https URLs are accepted, so that nothing
/// can run as script.
/// </summary>
internal static class PageAddress
{
    private const string Expected = "expected an absolute http or https URL";

    public static string? OptionalPageAddress(this JsonInput input, string name)
    {
        var text = input.OptionalText(name);
        return text is null || Read(text) is not null ? text : throw input.Invalid(name, Expected);
    }

    public static string? OptionalPageAddress(this QueryInput query, string name)
    {
        var text = query.Text(name);
        return text is null || Read(text) is not null ? text : throw QueryInput.Malformed(name, Expected);
    }

    /// <summary>
    /// Returns the URL in ASCII, as headers and links contain it, or null if a browser must not be sent to it.
    /// </summary>
    public static Uri? Read(string? text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            || address.Host.Any(IsInvisible)
        )
            return null;

        try
        {
            var escaped =
                address.HostNameType is UriHostNameType.Dns
                    ? new UriBuilder(address) { Host = address.IdnHost }.Uri
                    : address;
            return Ascii.IsValid(escaped.AbsoluteUri) ? escaped : null;
        }
        catch (UriFormatException)
        {
            // The host name contains letters that are not allowed in host names.
            return null;
        }
    }

    // Such as a joiner. With invariant globalization, the conversion to ASCII does not refuse them.
    private static bool IsInvisible(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;
}
