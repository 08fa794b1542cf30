using System.Collections.Frozen;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>Checks the colours and fonts of the hosted page.</summary>
internal static class CheckoutTheme
{
    private static readonly FrozenSet<string> FontSizes = FrozenSet.Create(
        StringComparer.Ordinal,
        "xs",
        "sm",
        "md",
        "lg",
        "xl",
        "2xl"
    );

    private static readonly FrozenSet<string> FontWeights = FrozenSet.Create(
        StringComparer.Ordinal,
        "normal",
        "medium",
        "bold",
        "extraBold"
    );

    private static readonly string[] Texts = ["font_primary_url", "font_secondary_url", "pay_button_text", "radius"];

    private static readonly string[] Colours =
    [
        "bg_primary",
        "bg_secondary",
        "border_primary",
        "border_secondary",
        "button_primary",
        "button_primary_hover",
        "button_secondary",
        "button_secondary_hover",
        "button_text_primary",
        "button_text_secondary",
        "input_focus_border",
        "text_error",
        "text_placeholder",
        "text_primary",
        "text_secondary",
        "text_success",
    ];

    public static void Check(JsonInput? theme)
    {
        if (theme is null)
            return;

        _ = theme.OptionalChoice("font_size", FontSizes);
        _ = theme.OptionalChoice("font_weight", FontWeights);
        CheckTexts(theme, Texts);
        CheckTexts(theme.OptionalObject("dark"), Colours);
        CheckTexts(theme.OptionalObject("light"), Colours);
    }

    private static void CheckTexts(JsonInput? owner, IEnumerable<string> names)
    {
        foreach (var name in names)
            _ = owner?.OptionalText(name);
    }
}
