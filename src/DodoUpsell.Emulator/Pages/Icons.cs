namespace DodoUpsell.Emulator.Pages;

/// <summary>The signs on the pages. They repeat what the text says, so screen readers skip them.</summary>
internal static class Icons
{
    /// <summary>The icon of the window, as a URL.</summary>
    public const string Favicon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
        + "%3Crect width='16' height='16' rx='4' fill='%232b59c3'/%3E"
        + "%3Cpath d='M5 4h3a4 4 0 0 1 0 8H5z' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

    private const string Drawing =
        """viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" """;

    public static Html Success { get; } = Sign("good", """<path d="M4 12.5l5 5L20 6.5"/>""");

    public static Html Failure { get; } = Sign("bad", """<path d="M6 6l12 12M18 6L6 18"/>""");

    public static Html Warning { get; } =
        Sign("warn", """<path d="M12 5v9"/><path d="M12 18.5v.01" stroke-width="3"/>""");

    public static Html Waiting { get; } = Sign("", """<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>""");

    public static Html Bank { get; } = Sign("", """<path d="M4 10l8-5 8 5M5 19h14M7 10v6M12 10v6M17 10v6"/>""");

    public static Html Person { get; } = Sign("", """<circle cx="12" cy="8" r="4"/><path d="M5 20a7 7 0 0 1 14 0"/>""");

    public static Html Lock { get; } =
        new(
            $"""<svg class="lock" {Drawing}><rect x="5" y="11" width="14" height="9" rx="2"/>"""
                + """<path d="M8 11V8a4 4 0 0 1 8 0v3"/></svg>"""
        );

    private static Html Sign(string kind, string paths) =>
        new($"""<span class="sign {kind}"><svg {Drawing}>{paths}</svg></span>""");
}
