using System.Globalization;
using DodoUpsell.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Charging;

public sealed class ChargeMessagesTests
{
    public static TheoryData<ChargeMessage> All => [.. Enum.GetValues<ChargeMessage>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_message_is_a_short_calm_sentence_for_customers(ChargeMessage message)
    {
        var text = ChargeMessages.English.Text(message);

        Assert.InRange(text.Length, 20, 160);
        Assert.Matches("^[A-Z].*\\.$", text);
        string[] forbidden =
        [
            "error",
            "invalid",
            "fault",
            "stolen",
            "lost",
            "fraud",
            "pickup",
            "request",
            "!",
            "_",
            "you failed",
            "your mistake",
        ];
        Assert.All(forbidden, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            DeclineCode.KnownValues,
            code => text.Contains(code.Value, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void No_two_messages_are_alike() =>
        Assert.Distinct(All.Select(row => ChargeMessages.English.Text(row.Data)));

    [Fact]
    public void Nothing_was_charged_is_said_exactly_where_it_is_certain()
    {
        ChargeMessage[] charged = [ChargeMessage.Succeeded, ChargeMessage.Refunded, ChargeMessage.PlanChanged];
        ChargeMessage[] open =
        [
            ChargeMessage.ActionRequired,
            ChargeMessage.Processing,
            ChargeMessage.Pending,
            ChargeMessage.AlreadyInProgress,
            ChargeMessage.PlanChangePending,
            ChargeMessage.PlanChangeUnknown,
        ];

        // Added to a decline, which says it.
        ChargeMessage[] added = [ChargeMessage.PlanStands, ChargeMessage.PlanOnHold];

        var silent = Enum.GetValues<ChargeMessage>()
            .Where(message =>
                !ChargeMessages
                    .English.Text(message)
                    .Contains("nothing was charged", StringComparison.OrdinalIgnoreCase)
            );

        Assert.Equal([.. charged, .. open, .. added], silent.ToHashSet());
    }

    [Theory]
    [InlineData(ChargeMessage.Processing)]
    [InlineData(ChargeMessage.Pending)]
    [InlineData(ChargeMessage.AlreadyInProgress)]
    public void While_a_charge_may_exist_nobody_is_asked_to_pay_again(ChargeMessage message) =>
        Assert.Contains("don't pay again", ChargeMessages.English.Text(message), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_outcome_is_told_as_being_checked() =>
        Assert.Contains(
            "We are checking",
            ChargeMessages.English.Text(ChargeMessage.Pending),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_message_that_nobody_set_promises_nothing() => Assert.Equal(ChargeMessage.Pending, default);

    [Fact]
    public void A_translation_replaces_the_words_and_English_fills_its_gaps()
    {
        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        using var services = new ServiceCollection().AddSingleton<ChargeMessages, German>().BuildServiceProvider();
        var messages = services.GetRequiredService<ChargeMessages>();

        Assert.Equal("Bezahlt.", messages.Text(ChargeMessage.Succeeded, Cultures.Of("de-AT")));
        Assert.Equal(
            ChargeMessages.English.Text(ChargeMessage.Succeeded),
            messages.Text(ChargeMessage.Succeeded, Cultures.Of("fr-FR"))
        );
        Assert.Equal(
            ChargeMessages.English.Text(ChargeMessage.Pending),
            messages.Text(ChargeMessage.Pending, Cultures.Of("de-AT"))
        );
        Assert.Equal(
            ChargeMessages.English.Text(ChargeMessage.Refused),
            messages.Text(ChargeMessage.Refused, Cultures.Of("de-AT"))
        );
    }

    [Fact]
    public void Without_a_culture_the_current_one_is_used()
    {
        Assert.SkipUnless(Cultures.HaveData, Cultures.NoData);
        CultureInfo.CurrentUICulture = Cultures.Of("de-DE");
        Assert.Equal("Bezahlt.", new German().Text(ChargeMessage.Succeeded));

        CultureInfo.CurrentUICulture = Cultures.Of("en-GB");
        Assert.Equal(ChargeMessages.English.Text(ChargeMessage.Succeeded), new German().Text(ChargeMessage.Succeeded));
    }

    [Fact]
    public void What_is_no_message_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new German().Text((ChargeMessage)9999, CultureInfo.InvariantCulture)
        );

    private sealed class German : ChargeMessages
    {
        protected override string? Translate(ChargeMessage message, CultureInfo culture) =>
            (culture.TwoLetterISOLanguageName, message) switch
            {
                ("de", ChargeMessage.Succeeded) => "Bezahlt.",
                ("de", ChargeMessage.Refused) => " ",
                _ => null,
            };
    }
}
