namespace DodoUpsell;

/// <summary>Colours and type of a checkout page.</summary>
public sealed record CheckoutTheme : ApiObject
{
    /// <summary>Gets the colours in light mode.</summary>
    public CheckoutThemeColors? Light { get; init; }

    /// <summary>Gets the colours in dark mode.</summary>
    public CheckoutThemeColors? Dark { get; init; }

    /// <summary>Gets where the main font is, over https.</summary>
    public string? FontPrimaryUrl { get; init; }

    /// <summary>Gets where the second font is, over https.</summary>
    public string? FontSecondaryUrl { get; init; }

    /// <summary>Gets the text size.</summary>
    public CheckoutFontSize? FontSize { get; init; }

    /// <summary>Gets the text weight.</summary>
    public CheckoutFontWeight? FontWeight { get; init; }

    /// <summary>Gets how round corners are, with a unit: <c>4px</c>, <c>0.5rem</c>, <c>1em</c>.</summary>
    public string? Radius { get; init; }

    /// <summary>Gets what the pay button says, at most 100 characters.</summary>
    public string? PayButtonText { get; init; }

    internal void Validate(string name)
    {
        Check.HttpsUrl(FontPrimaryUrl, nameof(FontPrimaryUrl), name);
        Check.HttpsUrl(FontSecondaryUrl, nameof(FontSecondaryUrl), name);
        Check.LengthAtMost(PayButtonText, 100, nameof(PayButtonText), name);
    }
}
