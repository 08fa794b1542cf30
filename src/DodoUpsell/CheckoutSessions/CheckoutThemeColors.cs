namespace DodoUpsell;

/// <summary>
/// Colours of a checkout page in one mode, each as CSS writes it: <c>#0b7a75</c>, <c>rgb(11, 122, 117)</c>,
/// <c>teal</c>.
/// </summary>
public sealed record CheckoutThemeColors : ApiObject
{
    /// <summary>Gets the page behind everything.</summary>
    public string? BgPrimary { get; init; }

    /// <summary>Panels on the page.</summary>
    public string? BgSecondary { get; init; }

    /// <summary>Ordinary borders.</summary>
    public string? BorderPrimary { get; init; }

    /// <summary>Faint borders.</summary>
    public string? BorderSecondary { get; init; }

    /// <summary>Gets the pay button.</summary>
    public string? ButtonPrimary { get; init; }

    /// <summary>Gets the pay button under the pointer.</summary>
    public string? ButtonPrimaryHover { get; init; }

    /// <summary>Other buttons.</summary>
    public string? ButtonSecondary { get; init; }

    /// <summary>Other buttons under the pointer.</summary>
    public string? ButtonSecondaryHover { get; init; }

    /// <summary>Text on the pay button.</summary>
    public string? ButtonTextPrimary { get; init; }

    /// <summary>Text on other buttons.</summary>
    public string? ButtonTextSecondary { get; init; }

    /// <summary>Gets the border of the field that is being filled in.</summary>
    public string? InputFocusBorder { get; init; }

    /// <summary>Ordinary text.</summary>
    public string? TextPrimary { get; init; }

    /// <summary>Less important text.</summary>
    public string? TextSecondary { get; init; }

    /// <summary>Text in empty fields.</summary>
    public string? TextPlaceholder { get; init; }

    /// <summary>Good news.</summary>
    public string? TextSuccess { get; init; }

    /// <summary>Bad news.</summary>
    public string? TextError { get; init; }
}
