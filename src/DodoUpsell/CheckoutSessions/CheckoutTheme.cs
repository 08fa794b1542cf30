namespace DodoUpsell;

/// <summary>Specifies the colours and fonts of a checkout page.</summary>
public sealed record CheckoutTheme : ApiObject
{
    /// <summary>Gets the colours in light mode.</summary>
    public CheckoutThemeColors? Light { get; init; }

    /// <summary>Gets the colours in dark mode.</summary>
    public CheckoutThemeColors? Dark { get; init; }

    /// <summary>Gets the https URL of the primary font.</summary>
    public string? FontPrimaryUrl { get; init; }

    /// <summary>Gets the https URL of the secondary font.</summary>
    public string? FontSecondaryUrl { get; init; }

    /// <summary>Gets the text size.</summary>
    public CheckoutFontSize? FontSize { get; init; }

    /// <summary>Gets the text weight.</summary>
    public CheckoutFontWeight? FontWeight { get; init; }

    /// <summary>Gets the corner radius with its unit, such as <c>4px</c>, <c>0.5rem</c> or <c>1em</c>.</summary>
    public string? Radius { get; init; }

    /// <summary>Gets the text of the pay button, at most 100 characters.</summary>
    public string? PayButtonText { get; init; }

    internal void Validate(string name)
    {
        Check.HttpsUrl(FontPrimaryUrl, nameof(FontPrimaryUrl), name);
        Check.HttpsUrl(FontSecondaryUrl, nameof(FontSecondaryUrl), name);
        Check.LengthAtMost(PayButtonText, 100, nameof(PayButtonText), name);
    }
}
