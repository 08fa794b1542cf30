namespace DodoUpsell;

/// <summary>How a checkout page looks.</summary>
public sealed record CheckoutCustomization : ApiObject
{
    /// <summary>Dark, light or as the customer's system is set.</summary>
    public CheckoutThemeMode? Theme { get; init; }

    /// <summary>Your colours and type.</summary>
    public CheckoutTheme? ThemeConfig { get; init; }

    /// <summary>Gets the page's language, such as <c>es</c>; the customer's own by default.</summary>
    public string? ForceLanguage { get; init; }

    /// <summary>Gets whether the order is shown unfolded; it is by default.</summary>
    public bool? ShowOrderDetails { get; init; }

    /// <summary>Gets whether an on-demand subscription is marked as such; it is by default.</summary>
    public bool? ShowOnDemandTag { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlankIfGiven(ForceLanguage, nameof(ForceLanguage), name);
        ThemeConfig?.Validate($"{name}.{nameof(ThemeConfig)}");
    }
}
