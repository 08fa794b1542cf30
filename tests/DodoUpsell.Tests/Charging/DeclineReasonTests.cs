using System.Reflection;
using System.Text.Json;
using DodoUpsell.TestKit;
using static DodoUpsell.DeclineAction;
using static DodoUpsell.DeclineKind;

namespace DodoUpsell.Tests.Charging;

public sealed class DeclineReasonTests
{
    /// <summary>
    /// The codes as they are documented: type, whether the customer can fix it, what to do, and whether they must not
    /// be told.
    /// </summary>
    public static TheoryData<string, DeclineKind, bool, DeclineAction, bool> Documented =>
        new()
        {
            { "AUTHENTICATION_FAILURE", Soft, true, AuthenticateCustomer, false },
            { "AUTHENTICATION_REQUIRED", Soft, true, AuthenticateCustomer, false },
            { "AUTHENTICATION_TIMEOUT", Soft, true, AuthenticateCustomer, false },
            { "CARD_DECLINED", Hard, false, ContactBank, false },
            { "CARD_NOT_ACTIVATED", Soft, true, ContactBank, false },
            { "CARD_VELOCITY_EXCEEDED", Soft, true, RetryMuchLater, false },
            { "CUSTOMER_CANCELLED", Soft, true, OfferAgain, false },
            { "DO_NOT_HONOR", Hard, false, ContactBank, false },
            { "EXPIRED_CARD", Hard, true, UseOtherMethod, false },
            { "FRAUDULENT", Hard, true, UseOtherMethod, true },
            { "GENERIC_DECLINE", Soft, false, RetryLaterOrUseOtherMethod, false },
            { "INCORRECT_CVC", Soft, true, CorrectInput, false },
            { "INCORRECT_NUMBER", Soft, true, CorrectInput, false },
            { "INSUFFICIENT_FUNDS", Soft, true, RetryLaterOrUseOtherMethod, false },
            { "INVALID_ACCOUNT", Hard, true, UseOtherMethod, false },
            { "INVALID_AMOUNT", Soft, true, MerchantAction, false },
            { "INVALID_CARD_NUMBER", Soft, true, CorrectInput, false },
            { "INVALID_CARD_OWNER", Soft, true, CorrectInput, false },
            { "INVALID_CVC", Soft, true, CorrectInput, false },
            { "INVALID_EXPIRY_YEAR", Soft, true, CorrectInput, false },
            { "INVALID_PIN", Soft, true, CorrectInput, false },
            { "INVALID_REQUEST", Soft, true, MerchantAction, false },
            { "INVALID_UPI_ID", Soft, true, CorrectInput, false },
            { "LIMIT_EXCEEDED", Soft, true, ContactBank, false },
            { "LIVE_MODE_TEST_CARD", Soft, true, UseOtherMethod, false },
            { "LOST_CARD", Hard, true, UseOtherMethod, true },
            { "MANDATE_INVALID", Soft, true, SetUpMandate, false },
            { "MANDATE_REQUIRED", Soft, true, SetUpMandate, false },
            { "MANDATE_REQUIRED_SYSTEM", Hard, false, MerchantAction, false },
            { "NETWORK_ERROR", Soft, false, RetryLater, false },
            { "NETWORK_TIMEOUT", Soft, false, RetryLater, false },
            { "ORDER_CREATION_FAILED", Soft, false, RetryLater, false },
            { "PAYMENT_METHOD_PROVIDER_DECLINED", Hard, true, UseOtherMethod, false },
            { "PAYMENT_METHOD_UNSUPPORTED", Hard, true, UseOtherMethod, false },
            { "PICKUP_CARD", Hard, true, UseOtherMethod, true },
            { "PROCESSING_ERROR", Soft, false, RetryLater, false },
            { "PROVIDER_UNSUPPORTED", Hard, false, UseOtherMethod, false },
            { "REENTER_TRANSACTION", Soft, true, RetryLater, false },
            { "REVOCATION_OF_AUTHORIZATION", Hard, true, UseOtherMethod, false },
            { "STOLEN_CARD", Hard, true, UseOtherMethod, true },
            { "TRANSACTION_NOT_ALLOWED", Hard, true, ContactBank, false },
            { "TRANSACTION_NOT_APPROVED", Hard, true, ContactBank, false },
            { "TRY_AGAIN_LATER", Soft, false, RetryLater, false },
            { "UNKNOWN_ERROR", Soft, false, RetryLater, false },
        };

    public static TheoryData<string> Codes => [.. Documented.Select(row => row.Data.Item1)];

    [Fact]
    public void The_documented_codes_are_the_known_ones()
    {
        Assert.Equal(44, Codes.Count);
        Assert.Equal(Codes.Select(row => row.Data), DeclineCode.KnownValues.Select(code => code.Value));
    }

    [Theory]
    [MemberData(nameof(Documented))]
    public void A_documented_code_means_what_is_documented(
        string code,
        DeclineKind kind,
        bool canFix,
        DeclineAction action,
        bool isSensitive
    )
    {
        var reason = DeclineReason.Of(code);

        Assert.Equal(
            (code, kind, canFix, action, isSensitive),
            (reason.Code.Value, reason.Kind, reason.CustomerCanFix, reason.Action, reason.IsSensitive)
        );
        Assert.True(reason.Cause.Length > 10);
        Assert.Same(reason, DeclineReason.Of(new DeclineCode(code)));
    }

    [Fact]
    public void Only_these_are_ever_retried_without_the_customer()
    {
        string[] retried =
        [
            "CARD_VELOCITY_EXCEEDED",
            "GENERIC_DECLINE",
            "INSUFFICIENT_FUNDS",
            "NETWORK_ERROR",
            "NETWORK_TIMEOUT",
            "ORDER_CREATION_FAILED",
            "PROCESSING_ERROR",
            "REENTER_TRANSACTION",
            "TRY_AGAIN_LATER",
            "UNKNOWN_ERROR",
        ];

        Assert.Equal(
            retried,
            Codes.Select(row => row.Data).Where(code => DeclineReason.Of(code).MayRetryAutomatically)
        );
    }

    [Theory]
    [InlineData("SOMETHING_NEW", "SOMETHING_NEW")]
    [InlineData("stolen_card", "stolen_card")]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  ", "")]
    public void A_code_that_is_not_known_is_soft_never_retried_alone_and_told_generically(string? code, string kept)
    {
        var reason = DeclineReason.Of(code);

        Assert.Equal(kept, reason.Code.Value);
        Assert.Equal((Soft, UseOtherMethod), (reason.Kind, reason.Action));
        Assert.False(reason.CustomerCanFix || reason.MayRetryAutomatically || reason.IsSensitive);
        Assert.Equal(DeclineReason.Of(DeclineCode.GenericDecline).CustomerMessage, reason.CustomerMessage);
        Assert.NotEmpty(reason.Cause);
        Assert.Equal(reason, DeclineReason.Of(code));
    }

    [Theory]
    [InlineData("FRAUDULENT")]
    [InlineData("LOST_CARD")]
    [InlineData("STOLEN_CARD")]
    [InlineData("PICKUP_CARD")]
    public void What_must_not_be_told_looks_exactly_like_a_generic_decline(string code)
    {
        var (secret, generic) = (DeclineReason.Of(code), DeclineReason.Of("GENERIC_DECLINE"));

        Assert.True(secret.IsSensitive);
        Assert.Equal(generic.CustomerMessage, secret.CustomerMessage);
        Assert.Equal(generic.Message, secret.Message);
        Assert.Equal(generic.ToString(), secret.ToString());
        Assert.Equal($"{generic}", $"{secret}");
        Assert.Equal(JsonSerializer.Serialize(generic), JsonSerializer.Serialize(secret));
        Assert.Equal(
            JsonSerializer.Serialize(generic, JsonSerializerOptions.Web),
            JsonSerializer.Serialize(secret, JsonSerializerOptions.Web)
        );
        Assert.All(
            CultureNames,
            culture =>
                Assert.Equal(
                    new Echo().Text(generic.Message, Cultures.Of(culture)),
                    new Echo().Text(secret.Message, Cultures.Of(culture))
                )
        );
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_sent_to_a_browser_by_accident_is_what_customers_may_see(string code)
    {
        var reason = DeclineReason.Of(code);

        var json = JsonSerializer.SerializeToElement(reason, JsonSerializerOptions.Web);

        Assert.Equal(
            [("customerMessage", reason.CustomerMessage)],
            json.EnumerateObject().Select(member => (member.Name, member.Value.GetString()!))
        );
        Assert.Equal(reason.CustomerMessage, reason.ToString());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_customer_message_names_no_code_and_accuses_nobody(string code)
    {
        var message = DeclineReason.Of(code).CustomerMessage;

        Assert.True(message.Length is > 30 and < 160, message);
        Assert.Contains("nothing was charged", message, StringComparison.Ordinal);
        Assert.StartsWith(
            nameof(ChargeMessage.Declined),
            DeclineReason.Of(code).Message.ToString(),
            StringComparison.Ordinal
        );
        string[] forbidden =
        [
            code,
            code.Replace('_', ' '),
            code.Replace("_", "", StringComparison.Ordinal),
            "stolen",
            "lost",
            "fraud",
            "pickup",
            "pick up",
            "suspic",
            "report",
            "thief",
            "theft",
            "honor",
            "_",
        ];
        Assert.All(forbidden, word => Assert.DoesNotContain(word, message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_reason_cannot_be_made_or_changed_by_others()
    {
        Assert.Empty(typeof(DeclineReason).GetConstructors());
        Assert.DoesNotContain(
            typeof(DeclineReason).GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => property.CanWrite
        );
    }

    private static readonly string[] CultureNames = ["", "de", "ja-JP"];

    private sealed class Echo : ChargeMessages
    {
        protected override string? Translate(ChargeMessage message, System.Globalization.CultureInfo culture) =>
            $"{culture.Name}/{message}";
    }
}
