namespace DodoUpsell;

/// <summary>
/// Specifies the colours of a checkout page in one mode, each as a CSS colour, such as <c>#0b7a75</c>, <c>rgb(11, 122,
/// 117)</c> or <c>teal</c>.
/// </summary>
public sealed record CheckoutThemeColors : ApiObject
{
    /// <summary>Gets the background colour of the page.</summary>
    public string? BgPrimary { get; init; }

    /// <summary>Gets the background colour of panels.</summary>
    public string? BgSecondary { get; init; }

    /// <summary>Gets the colour of ordinary borders.</summary>
    public string? BorderPrimary { get; init; }

    /// <summary>Gets the colour of faint borders.</summary>
    public string? BorderSecondary { get; init; }

    /// <summary>Gets the colour of the pay button.</summary>
    public string? ButtonPrimary { get; init; }

    /// <summary>Gets the colour of the pay button while the pointer is over it.</summary>
    public string? ButtonPrimaryHover { get; init; }

    /// <summary>Gets the colour of other buttons.</summary>
    public string? ButtonSecondary { get; init; }

    /// <summary>Gets the colour of other buttons while the pointer is over them.</summary>
    public string? ButtonSecondaryHover { get; init; }

    /// <summary>Gets the colour of the text on the pay button.</summary>
    public string? ButtonTextPrimary { get; init; }

    /// <summary>Gets the colour of the text on other buttons.</summary>
    public string? ButtonTextSecondary { get; init; }

    /// <summary>Gets the border colour of the input field that has the focus.</summary>
    public string? InputFocusBorder { get; init; }

    /// <summary>Gets the colour of ordinary text.</summary>
    public string? TextPrimary { get; init; }

    /// <summary>Gets the colour of less important text.</summary>
    public string? TextSecondary { get; init; }

    /// <summary>Gets the colour of the placeholder text in empty fields.</summary>
    public string? TextPlaceholder { get; init; }

    /// <summary>Gets the colour of success messages.</summary>
    public string? TextSuccess { get; init; }

    /// <summary>Gets the colour of error messages.</summary>
    public string? TextError { get; init; }
}
