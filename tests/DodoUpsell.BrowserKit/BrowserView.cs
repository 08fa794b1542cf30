namespace DodoUpsell.BrowserKit;

/// <summary>How a person sees a page.</summary>
/// <param name="Width">The width of the window, in CSS pixels.</param>
/// <param name="Height">The height of the window, in CSS pixels.</param>
public sealed record BrowserView(int Width, int Height)
{
    private const int WidestPhone = 600;

    /// <summary>A desktop, 1280 x 800, light, with scripts.</summary>
    public static BrowserView Desktop { get; } = new(1280, 800);

    /// <summary>A phone, 390 x 844, light, with scripts.</summary>
    public static BrowserView Phone { get; } = new(390, 844);

    /// <summary>The narrowest phone that has to work, 360 x 740, light, with scripts.</summary>
    public static BrowserView SmallPhone { get; } = new(360, 740);

    /// <summary>Desktop and phone, each light and dark: every page is looked at in these.</summary>
    public static IReadOnlyList<BrowserView> All { get; } =
    [Desktop, Desktop with { IsDark = true }, Phone, Phone with { IsDark = true }];

    /// <summary>Gets whether the person prefers dark colours.</summary>
    public bool IsDark { get; init; }

    /// <summary>Gets whether scripts of pages run.</summary>
    public bool RunsScripts { get; init; } = true;

    /// <summary>Gets whether the window is as narrow as a phone.</summary>
    public bool IsPhone => Width < WidestPhone;

    /// <summary>Gets the part of a screenshot's file name that says which view it shows.</summary>
    public string Name =>
        $"{(IsPhone ? "phone" : "desktop")}-{(IsDark ? "dark" : "light")}{(RunsScripts ? "" : "-noscript")}";
}
