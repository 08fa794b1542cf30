namespace DodoUpsell;

/// <summary>Colours and type of a checkout page.</summary>
public sealed record CheckoutTheme : ApiObject
{
    /// <summary>The colours in light mode.</summary>
    public CheckoutThemeColors? Light { get; init; }

    /// <summary>The colours in dark mode.</summary>
    public CheckoutThemeColors? Dark { get; init; }

    /// <summary>Where the main font is, over https.</summary>
    public string? FontPrimaryUrl { get; init; }

    /// <summary>Where the second font is, over https.</summary>
    public string? FontSecondaryUrl { get; init; }

    /// <summary>The text size.</summary>
    public CheckoutFontSize? FontSize { get; init; }

    /// <summary>The text weight.</summary>
    public CheckoutFontWeight? FontWeight { get; init; }

    /// <summary>How round corners are, with a unit: <c>4px</c>, <c>0.5rem</c>, <c>1em</c>.</summary>
    public string? Radius { get; init; }

    /// <summary>What the pay button says, at most 100 characters.</summary>
    public string? PayButtonText { get; init; }

    internal void Validate(string name)
    {
        Check.HttpsUrl(FontPrimaryUrl, nameof(FontPrimaryUrl), name);
        Check.HttpsUrl(FontSecondaryUrl, nameof(FontSecondaryUrl), name);
        Check.LengthAtMost(PayButtonText, 100, nameof(PayButtonText), name);
    }
}
