using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Specifies the discount codes of a subscription after a plan change.</summary>
public sealed record DiscountSelection
{
    [JsonConstructor]
    internal DiscountSelection() { }

    /// <summary>
    /// Gets the selection that keeps the codes that are preserved on a plan change and valid for the new plan. The
    /// quote lists the codes that are lost.
    /// </summary>
    public static DiscountSelection Preserved { get; } = new();

    /// <summary>
    /// Gets the selection that sends codes again that would be lost, if they are still valid. The quote lists the
    /// others.
    /// </summary>
    public static DiscountSelection KeepAll { get; } = new() { Choice = DiscountsChoice.KeepAll };

    /// <summary>Gets the selection that removes all codes.</summary>
    public static DiscountSelection None { get; } = new() { Choice = DiscountsChoice.Exactly };

    [JsonInclude]
    internal DiscountsChoice Choice { get; init; }

    [JsonInclude]
    internal IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Selects exactly these codes, in this order; at most 20.</summary>
    /// <exception cref="ArgumentException">A code is blank, or there are more than 20.</exception>
    public static DiscountSelection Exactly(params IReadOnlyList<string> codes)
    {
        Check.DiscountCodes(Check.NotNull(codes, nameof(codes)), nameof(codes));
        return new() { Choice = DiscountsChoice.Exactly, Codes = codes };
    }

    /// <summary>Adds one code and sends the current codes again.</summary>
    /// <exception cref="ArgumentException">The code is blank.</exception>
    public static DiscountSelection With(string code)
    {
        Check.NotBlank(code, nameof(code));
        return new() { Choice = DiscountsChoice.With, Codes = [code] };
    }
}

/// <summary>Specifies the kind of a <see cref="DiscountSelection"/>.</summary>
internal enum DiscountsChoice
{
    Preserved = 0,
    KeepAll = 1,
    Exactly = 2,
    With = 3,
}
