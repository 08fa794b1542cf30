using System.Globalization;

namespace DodoUpsell;

/// <summary>Represents a withdrawal to state: who withdraws, from which contract, and how to reach the person.</summary>
public sealed record StateWithdrawalRequest
{
    /// <summary>The maximum length of <see cref="Name"/>: 200 characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The maximum length of <see cref="Contact"/>: 320 characters.</summary>
    public const int MaxContactLength = 320;

    /// <summary>Gets what the caller has proved: the subject that your app has authenticated, or a verified link.</summary>
    public required WithdrawalAccess Access { get; init; }

    /// <summary>Gets the id of the contract: that of the payment of a purchase, or that of the subscription.</summary>
    public required string ContractId { get; init; }

    /// <summary>Gets the name of the consumer.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the electronic means by which the acknowledgement is sent, such as an e-mail address.
    /// </summary>
    public required string Contact { get; init; }

    /// <summary>
    /// Gets the language of the statement and its acknowledgement, or null for <see cref="CultureInfo.CurrentUICulture"/>.
    /// </summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(StateWithdrawalRequest);

    internal void Validate()
    {
        Check.NotNull(Access, nameof(Access));
        Check.NotBlank(ContractId, nameof(ContractId));
        One(Name, MaxNameLength, nameof(Name));
        One(Contact, MaxContactLength, nameof(Contact));
    }

    // A line break could add lines to the acknowledgement or headers to an e-mail.
    private static void One(string text, int maxLength, string name)
    {
        Check.NotBlank(text, name);
        Check.LengthAtMost(text, maxLength, name);
        Check.That(!text.Any(IsBreak), name, "must not contain line breaks or control characters");
    }

    private static bool IsBreak(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
