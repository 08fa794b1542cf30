namespace DodoUpsell;

/// <summary>Specifies the appearance of a checkout page.</summary>
public sealed record CheckoutCustomization : ApiObject
{
    /// <summary>Gets the colour scheme: dark, light or the setting of the customer's system.</summary>
    public CheckoutThemeMode? Theme { get; init; }

    /// <summary>Gets your colours and fonts.</summary>
    public CheckoutTheme? ThemeConfig { get; init; }

    /// <summary>Gets the language of the page, such as <c>es</c>. The default is the customer's language.</summary>
    public string? ForceLanguage { get; init; }

    /// <summary>Gets whether the order details are shown expanded. The default is true.</summary>
    public bool? ShowOrderDetails { get; init; }

    /// <summary>Gets whether an on-demand subscription is labelled as such. The default is true.</summary>
    public bool? ShowOnDemandTag { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlankIfGiven(ForceLanguage, nameof(ForceLanguage), name);
        ThemeConfig?.Validate($"{name}.{nameof(ThemeConfig)}");
    }
}
