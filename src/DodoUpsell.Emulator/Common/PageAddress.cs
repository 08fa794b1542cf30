using System.Text;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Common;

/// <summary>
/// Where a shop wants its customers sent to: a page, so an absolute http or https address and nothing that runs.
/// </summary>
internal static class PageAddress
{
    private const string Expected = "expected an absolute http or https address";

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
    /// The address as headers and links carry it, in ASCII; null for what a browser should not be sent to.
    /// </summary>
    public static Uri? Read(string? text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
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
            // A host name with letters that no host name may have.
            return null;
        }
    }
}
