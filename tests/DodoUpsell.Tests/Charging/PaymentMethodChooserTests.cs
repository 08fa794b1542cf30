using DodoUpsell.Charging;
using static DodoUpsell.NoPaymentMethodReason;
using static DodoUpsell.PaymentMethodPurpose;
using static DodoUpsell.PaymentMethodRejection;

namespace DodoUpsell.Tests.Charging;

public sealed class PaymentMethodChooserTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_most_recently_used_comes_first_and_one_never_used_last()
    {
        var methods = new[]
        {
            Card("pm_never"),
            Card("pm_old", used: 1),
            Card("pm_new", used: 9),
            Card("pm_mid", used: 5),
        };

        Assert.All(Orders(methods), order => Assert.Equal("pm_new", Chosen(order)));
        Assert.All(Orders(methods[..2]), order => Assert.Equal("pm_old", Chosen(order)));
    }

    [Fact]
    public void Equals_are_told_apart_by_their_id_whatever_the_order_of_the_list()
    {
        Assert.All(
            Orders([Card("pm_b", used: 3), Card("pm_a", used: 3), Card("pm_C", used: 3)]),
            order => Assert.Equal("pm_C", Chosen(order))
        );
        Assert.All(Orders([Card("pm_b"), Card("pm_a")]), order => Assert.Equal("pm_a", Chosen(order)));
    }

    [Fact]
    public void A_card_comes_before_other_families()
    {
        Assert.All(
            Orders([
                Method("pm_wallet", PaymentMethodFamily.Wallet, used: 9),
                Card("pm_card", used: 1),
                Method("pm_debit", PaymentMethodFamily.BankDebit, used: 8),
            ]),
            order => Assert.Equal("pm_card", Chosen(order))
        );
    }

    [Fact]
    public void What_is_known_to_work_without_the_customer_comes_before_what_is_not_known()
    {
        Assert.All(
            Orders([Card("pm_unknown", used: 9, recurring: null), Card("pm_known", used: 1)]),
            order =>
            {
                Assert.Equal("pm_known", Chosen(order, Recurring));
                Assert.Equal("pm_known", Chosen(order, OneTime));
            }
        );
    }

    [Fact]
    public void Unknown_is_not_no()
    {
        SavedPaymentMethod[] methods = [Card("pm_1", recurring: null)];

        Assert.Equal("pm_1", Chosen(methods, Recurring));
        Assert.Equal("pm_1", Chosen(methods, OneTime));
    }

    [Fact]
    public void A_method_that_needs_the_customer_is_refused_for_a_subscription_and_the_last_resort_of_a_purchase()
    {
        SavedPaymentMethod[] methods = [Card("pm_no", used: 9, recurring: false)];

        var choice = Choose(methods, Recurring);

        Assert.Null(choice.Chosen);
        Assert.Equal(NoneSuitable, choice.WhyNone);
        Assert.Equal([("pm_no", NotARecurringMethod)], Reasons(choice));
        Assert.Equal("pm_no", Chosen(methods, OneTime));
        Assert.All(
            Orders([.. methods, Card("pm_unknown", recurring: null)]),
            order => Assert.Equal("pm_unknown", Chosen(order, OneTime))
        );
    }

    [Theory]
    [InlineData("card", true)]
    [InlineData("wallet", true)]
    [InlineData("bank_debit", true)]
    [InlineData("card_redirect", false)]
    [InlineData("pay_later", false)]
    [InlineData("bank_redirect", false)]
    [InlineData("bank_transfer", false)]
    [InlineData("crypto", false)]
    [InlineData("reward", false)]
    [InlineData("real_time_payment", false)]
    [InlineData("upi", false)]
    [InlineData("voucher", false)]
    [InlineData("gift_card", false)]
    [InlineData("open_banking", false)]
    [InlineData("mobile_payment", false)]
    [InlineData("tea_leaves", false)]
    public void Only_families_that_can_be_charged_without_the_customer_are_used(string family, bool usable)
    {
        SavedPaymentMethod[] methods = [Method("pm_1", new(family))];

        Assert.All(
            [OneTime, Recurring],
            purpose =>
            {
                var choice = Choose(methods, purpose);
                Assert.Equal(usable ? "pm_1" : null, choice.Chosen?.PaymentMethodId);
                Assert.Equal(usable ? [] : [("pm_1", FamilyNotSuitable)], Reasons(choice));
            }
        );
    }

    [Fact]
    public void A_method_without_a_family_is_not_charged() =>
        Assert.Equal([("pm_1", FamilyNotSuitable)], Reasons(Choose([Method("pm_1", default)], OneTime)));

    [Fact]
    public void The_requested_method_is_taken_even_if_another_one_would_be_preferred()
    {
        var choice = Choose([Card("pm_best", used: 9), Card("pm_asked", recurring: null)], OneTime, "pm_asked");

        Assert.Equal("pm_asked", choice.Chosen!.PaymentMethodId);
        Assert.Null(choice.WhyNone);
        Assert.Equal([("pm_best", NotTheRequestedOne)], Reasons(choice));
    }

    [Theory]
    [InlineData("pm_of_somebody_else")]
    [InlineData("PM_1")]
    [InlineData("pm_1 ")]
    [InlineData("")]
    public void A_requested_method_that_is_not_the_customers_is_never_replaced_by_another(string requested)
    {
        var choice = Choose([Card("pm_1"), Card("pm_2")], OneTime, requested);

        Assert.Null(choice.Chosen);
        Assert.Equal(RequestedNotFound, choice.WhyNone);
        Assert.Equal([("pm_1", NotTheRequestedOne), ("pm_2", NotTheRequestedOne)], Reasons(choice));
        Assert.Equal(RequestedNotFound, Choose([], OneTime, requested).WhyNone);
    }

    [Fact]
    public void A_requested_method_that_does_not_fit_is_never_replaced_by_another()
    {
        var choice = Choose([Card("pm_good"), Card("pm_old", expiry: ("05", "26"))], OneTime, "pm_old");

        Assert.Null(choice.Chosen);
        Assert.Equal(RequestedNotSuitable, choice.WhyNone);
        Assert.Equal([("pm_good", NotTheRequestedOne), ("pm_old", Expired)], Reasons(choice));
    }

    [Fact]
    public void Every_method_that_does_not_fit_keeps_its_reason_in_the_order_of_the_list()
    {
        SavedPaymentMethod[] methods =
        [
            Card("pm_expired", expiry: ("1", "2020")),
            Card("pm_second", used: 1),
            Method("pm_voucher", PaymentMethodFamily.Voucher),
            Card("pm_chosen", used: 2),
            Card("pm_not_alone", recurring: false),
        ];

        var choice = Choose(methods, Recurring);

        Assert.Equal("pm_chosen", choice.Chosen!.PaymentMethodId);
        Assert.Null(choice.WhyNone);
        Assert.Equal(
            [("pm_expired", Expired), ("pm_voucher", FamilyNotSuitable), ("pm_not_alone", NotARecurringMethod)],
            Reasons(choice)
        );
    }

    [Fact]
    public void None_saved_none_fitting_and_not_known_are_three_things()
    {
        Assert.Equal(NoneSaved, Choose([], OneTime).WhyNone);
        Assert.Equal(NoneSuitable, Choose([Card("pm_1", expiry: ("01", "20"))], OneTime).WhyNone);
        Assert.Equal(ListUnavailable, PaymentMethodChooser.Choose(null, OneTime, Now).WhyNone);
        Assert.Equal(ListUnavailable, PaymentMethodChooser.Choose(null, OneTime, Now, "pm_1").WhyNone);
    }

    [Fact]
    public void A_card_without_details_is_used() =>
        Assert.Equal("pm_1", Chosen([Method("pm_1", PaymentMethodFamily.Card)]));

    [Fact]
    public void What_is_chosen_prints_nothing_of_the_card()
    {
        var choice = Choose([Card("pm_1", expiry: ("01", "20")), Card("pm_2")], OneTime);

        Assert.DoesNotContain("pm_", $"{choice} {choice.Rejected[0]}", StringComparison.Ordinal);
        Assert.DoesNotContain("4242", $"{choice} {choice.Rejected[0]}", StringComparison.Ordinal);
    }

    private static PaymentMethodChoice Choose(
        IReadOnlyList<SavedPaymentMethod> methods,
        PaymentMethodPurpose purpose,
        string? requestedId = null
    ) => PaymentMethodChooser.Choose(methods, purpose, Now, requestedId);

    private static string? Chosen(IReadOnlyList<SavedPaymentMethod> methods, PaymentMethodPurpose purpose = OneTime) =>
        Choose(methods, purpose).Chosen?.PaymentMethodId;

    private static IEnumerable<(string, PaymentMethodRejection)> Reasons(PaymentMethodChoice choice) =>
        choice.Rejected.Select(rejected => (rejected.Method.PaymentMethodId, rejected.Reason));

    private static IEnumerable<SavedPaymentMethod[]> Orders(SavedPaymentMethod[] methods) =>
        methods.Length < 2
            ? [methods]
            : methods.SelectMany(
                (first, index) =>
                    Orders([.. methods[..index], .. methods[(index + 1)..]])
                        .Select(rest => (SavedPaymentMethod[])[first, .. rest])
            );

    private static SavedPaymentMethod Card(
        string id,
        int? used = null,
        bool? recurring = true,
        (string?, string?)? expiry = null
    )
    {
        var (month, year) = expiry ?? ("06", "2032");
        return Method(id, PaymentMethodFamily.Card, used, recurring) with
        {
            Card = new SavedCard
            {
                CardNetwork = "VISA",
                Last4Digits = "4242",
                CardHolderName = "Ada Buyer",
                ExpiryMonth = month,
                ExpiryYear = year,
            },
        };
    }

    private static SavedPaymentMethod Method(
        string id,
        PaymentMethodFamily family,
        int? used = null,
        bool? recurring = true
    ) =>
        new()
        {
            PaymentMethodId = id,
            PaymentMethod = family,
            RecurringEnabled = recurring,
            LastUsedAt = used is { } day ? new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero) : null,
        };
}
