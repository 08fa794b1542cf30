using System.Globalization;
using System.Text.RegularExpressions;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Disclosure;

/// <summary>The texts of disclosures are complete in every built-in language, and a translation cannot hide an amount.</summary>
public sealed partial class OfferMessagesTests
{
    private static readonly string[] Languages = ["en", "de", "fr", "nl", "pl", "it"];

    public static TheoryData<OfferMessage> All => new(Enum.GetValues<OfferMessage>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_text_has_the_same_placeholders_in_every_language(OfferMessage message)
    {
        var english = Placeholders(OfferTexts.Of(message, "en"));
        Assert.All(Languages, language => Assert.Equal(english, Placeholders(OfferTexts.Of(message, language))));

        // Only names and counts are the same in all languages.
        if (message is not (OfferMessage.Item or OfferMessage.Items))
            Assert.Equal(
                Languages.Length,
                Languages.Select(language => OfferTexts.Of(message, language)).Distinct().Count()
            );
    }

    [Fact]
    public void A_translation_is_used_unless_it_lacks_a_placeholder()
    {
        var culture = CultureInfo.InvariantCulture;
        Assert.Equal(
            "Luego {amount} {interval}",
            new Spanish("Luego {amount} {interval}").Text(OfferMessage.Recurrence, culture)
        );
        Assert.Equal("Then {amount} {interval}", new Spanish("Luego más").Text(OfferMessage.Recurrence, culture));
        Assert.Equal("Then {amount} {interval}", new Spanish(" ").Text(OfferMessage.Recurrence, culture));
    }

    [Fact]
    public void Braces_in_a_name_are_left_alone() =>
        Assert.Equal(
            "2 × {quantity}",
            OfferMessages.Default.Format(
                OfferMessage.Items,
                CultureInfo.InvariantCulture,
                "en",
                ("name", "{quantity}"),
                ("quantity", "2")
            )
        );

    [Fact]
    public void Words_that_the_law_prescribes_are_known_or_must_be_given()
    {
        var own = new Dictionary<string, string> { ["es"] = "Pedido con obligación de pago", ["de-CH"] = "Kaufen" };

        Assert.All(
            Languages,
            language => Assert.False(StatutoryWords.AreMissingFor(language, new Dictionary<string, string>()))
        );
        Assert.True(StatutoryWords.AreMissingFor("sv-SE", own));
        Assert.True(StatutoryWords.AreMissingFor("es", new Dictionary<string, string>()));
        Assert.False(StatutoryWords.AreMissingFor("es-MX", own));
        Assert.False(StatutoryWords.AreMissingFor("ja", own));
        Assert.Equal("Pedido con obligación de pago", StatutoryWords.Of("es-ES", own));
        Assert.Equal("Kaufen", StatutoryWords.Of("de-CH", own));
        Assert.Equal("Zahlungspflichtig bestellen", StatutoryWords.Of("de-AT", own));
        Assert.Equal("Order with obligation to pay", StatutoryWords.Of("ja", own));
    }

    private static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    private sealed class Spanish(string recurrence) : OfferMessages
    {
        protected override string? Translate(OfferMessage message, CultureInfo culture) =>
            message == OfferMessage.Recurrence ? recurrence : null;
    }
}
