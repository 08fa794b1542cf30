using System.Globalization;
using System.Text.Json;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Models;

namespace DodoUpsell.Tests.Charging;

public sealed class PaymentMethodLabelTests
{
    [Theory]
    [InlineData("VISA", "Visa •••• 4242")]
    [InlineData("visa", "Visa •••• 4242")]
    [InlineData("MASTERCARD", "Mastercard •••• 4242")]
    [InlineData("AMERICAN_EXPRESS", "American Express •••• 4242")]
    [InlineData("AmericanExpress", "American Express •••• 4242")]
    [InlineData("DinersClub", "Diners Club •••• 4242")]
    [InlineData("UNION PAY", "UnionPay •••• 4242")]
    [InlineData("RuPay", "RuPay •••• 4242")]
    [InlineData("ELO", "ELO •••• 4242")]
    [InlineData("<b>Elo</b>", "Card •••• 4242")]
    [InlineData("a scheme with a name far too long", "Card •••• 4242")]
    [InlineData("", "Card •••• 4242")]
    [InlineData(null, "Card •••• 4242")]
    public void A_card_is_shown_by_its_scheme_and_last_four_digits(string? network, string expected) =>
        Assert.Equal(expected, Card(network, "4242").Label);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("4242424242424242")]
    [InlineData("42a2")]
    [InlineData("٤٢٤٢")]
    public void Anything_but_four_digits_is_not_shown(string? last4) => Assert.Equal("Visa", Card("VISA", last4).Label);

    [Theory]
    [InlineData("wallet", "apple_pay", "Apple Pay")]
    [InlineData("wallet", "google_pay", "Google Pay")]
    [InlineData("wallet", "paypal", "PayPal")]
    [InlineData("wallet", "mifinity", "Wallet")]
    [InlineData("wallet", null, "Wallet")]
    [InlineData("bank_debit", "sepa", "SEPA debit")]
    [InlineData("bank_debit", null, "Bank debit")]
    [InlineData("upi", "upi_collect", "UPI")]
    [InlineData("card", "credit", "Card")]
    [InlineData("voucher", "boleto", "Payment method")]
    [InlineData("tea_leaves", "green", "Payment method")]
    public void What_is_no_card_is_shown_by_its_kind(string family, string? type, string expected) =>
        Assert.Equal(
            expected,
            new SavedPaymentMethod
            {
                PaymentMethodId = "pm_1",
                PaymentMethod = new(family),
                PaymentMethodType = type is null ? null : new PaymentMethodType(type),
            }.Label
        );

    [Fact]
    public void A_wallet_keeps_its_name_and_shows_the_digits_of_its_card() =>
        Assert.Equal(
            "Apple Pay •••• 4242",
            (
                Card("VISA", "4242") with
                {
                    PaymentMethod = PaymentMethodFamily.Wallet,
                    PaymentMethodType = PaymentMethodType.ApplePay,
                }
            ).Label
        );

    [Fact]
    public void It_never_says_whose_card_it_is_and_is_the_same_in_every_culture()
    {
        CultureInfo.CurrentCulture = Cultures.Of("tr-TR");
        var label = Card("visa", "4242").Label;

        Assert.Equal("Visa •••• 4242", label);
        Assert.DoesNotContain("Ada", label, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_no_member_of_the_wire() =>
        Assert.DoesNotContain(
            "label",
            JsonSerializer.Serialize(Card("VISA", "4242"), Contract.TypeInfo(typeof(SavedPaymentMethod))),
            StringComparison.OrdinalIgnoreCase
        );

    private static SavedPaymentMethod Card(string? network, string? last4) =>
        new()
        {
            PaymentMethodId = "pm_1",
            PaymentMethod = PaymentMethodFamily.Card,
            PaymentMethodType = PaymentMethodType.Credit,
            Card = new SavedCard
            {
                CardNetwork = network,
                Last4Digits = last4,
                CardHolderName = "Ada Buyer",
                ExpiryMonth = "06",
                ExpiryYear = "32",
                CardType = "CREDIT",
            },
        };
}
