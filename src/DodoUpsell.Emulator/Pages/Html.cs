using System.Globalization;
using System.Text.Encodings.Web;

namespace DodoUpsell.Emulator.Pages;

/// <summary>HTML markup. Values in a template are encoded, unless they are markup themselves.</summary>
internal sealed record Html(string Markup)
{
    public static Html Empty { get; } = new(string.Empty);

    public static Html Of(FormattableString template) =>
        new(string.Format(CultureInfo.InvariantCulture, template.Format, [.. template.GetArguments().Select(Encode)]));

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    private static string Encode(object? value) =>
        value is Html html
            ? html.Markup
            : HtmlEncoder.Default.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
}
