using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What becomes of a subscription's discount codes in a plan change.</summary>
public sealed record DiscountSelection
{
    [JsonConstructor]
    internal DiscountSelection() { }

    /// <summary>
    /// Those stay that are preserved on a plan change and fit the new plan; the quote lists those that are lost.
    /// </summary>
    public static DiscountSelection Preserved { get; } = new();

    /// <summary>
    /// Those that would be lost are sent again as far as they are still valid; the quote lists the rest.
    /// </summary>
    public static DiscountSelection KeepAll { get; } = new() { Choice = DiscountsChoice.KeepAll };

    /// <summary>All are removed.</summary>
    public static DiscountSelection None { get; } = new() { Choice = DiscountsChoice.Exactly };

    [JsonInclude]
    internal DiscountsChoice Choice { get; init; }

    [JsonInclude]
    internal IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>These, in this order, and no others; at most 20.</summary>
    /// <exception cref="ArgumentException">A code is blank, or there are too many.</exception>
    public static DiscountSelection Exactly(params IReadOnlyList<string> codes)
    {
        Check.DiscountCodes(Check.NotNull(codes, nameof(codes)), nameof(codes));
        return new() { Choice = DiscountsChoice.Exactly, Codes = codes };
    }

    /// <summary>One more; the present ones are sent again.</summary>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    public static DiscountSelection With(string code)
    {
        Check.NotBlank(code, nameof(code));
        return new() { Choice = DiscountsChoice.With, Codes = [code] };
    }
}

/// <summary>How <see cref="DiscountSelection"/> are chosen.</summary>
internal enum DiscountsChoice
{
    Preserved = 0,
    KeepAll = 1,
    Exactly = 2,
    With = 3,
}
