using DodoUpsell.Offers.Reports;
using static DodoUpsell.Tests.Offers.Reports.TheOffer;

namespace DodoUpsell.Tests.Offers.Reports;

/// <summary>A report adds up what was stored, whatever the order in which it was stored.</summary>
public sealed class ReportBuilderTests
{
    private static readonly DateTimeOffset End = Start.AddDays(30);

    [Fact]
    public void Offers_are_counted_by_their_state()
    {
        var row = Row(Enum.GetValues<OfferState>().Select(state => Made($"ofr_{state}", state)), []);

        Assert.Equal(6, row.Shown);
        Assert.Equal((1, 1, 1, 1), (row.Accepted, row.Declined, row.Expired, row.Failed));
        Assert.Equal((2, 1), (row.Open, row.Withheld));
    }

    [Fact]
    public void Revenue_is_net_of_refunds_and_lost_disputes_and_nothing_is_lost_twice()
    {
        OfferRecord[] offers = [Made("ofr_1"), Made("ofr_2"), Made("ofr_3"), Made("ofr_4")];
        OfferMoney[] movements =
        [
            Paid("pay_1", 1000, "ofr_1"),
            Moved(OfferMoneyKind.Refund, "ref_1", "pay_1", 300),
            Moved(OfferMoneyKind.Refund, "ref_2", "pay_1", 200),
            Paid("pay_2", 1000, "ofr_2"),
            Moved(OfferMoneyKind.Refund, "ref_3", "pay_2", 1000),
            Moved(OfferMoneyKind.DisputeLost, "dp_1", "pay_2", 1000),
            Paid("pay_3", 1000, "ofr_3"),
            Moved(OfferMoneyKind.Refund, "ref_4", "pay_3", 250),
            Moved(OfferMoneyKind.DisputeOpened, "dp_2:opened", "pay_3", 1000),
            Moved(OfferMoneyKind.DisputeLost, "dp_2", "pay_3", 1000),
            Paid("pay_4", 1000, "ofr_4"),
            Moved(OfferMoneyKind.DisputeOpened, "dp_3:opened", "pay_4", 1000),
        ];

        for (var seed = 1; seed <= 50; seed++)
        {
            var shuffled = movements.ToArray();
            new Random(seed).Shuffle(shuffled);
            var row = Row(offers, shuffled);

            Assert.Equal(4, row.Paid);
            Assert.Equal(new Money(4000, Usd), row.Gross);
            Assert.Equal(new Money(1750, Usd), row.Refunded);
            Assert.Equal(new Money(750, Usd), row.Disputed);
            Assert.Equal(new Money(1500, Usd), row.Net);
        }
    }

    [Fact]
    public void Renewals_are_not_revenue_of_the_offer()
    {
        var row = Row(
            [Made("ofr_1")],
            [
                Paid("pay_1", 1000, "ofr_1"),
                Paid("pay_2", 900, "ofr_1", isRenewal: true),
                Paid("pay_3", 900, "ofr_1", isRenewal: true),
                Moved(OfferMoneyKind.Refund, "ref_1", "pay_3", 400) with
                {
                    IsRenewal = true,
                },
            ]
        );

        Assert.Equal((new Money(1000, Usd), new Money(1400, Usd)), (row.Net, row.Renewals));
        Assert.Equal(1, row.Paid);
    }

    [Fact]
    public void There_is_one_report_for_each_currency_and_one_row_for_each_rule_and_variant()
    {
        var builder = new ReportBuilder(Start, End, End, []);
        builder.Add(Made("ofr_1", variant: "b"));
        builder.Add(Made("ofr_2", variant: "a"));
        builder.Add(Made("ofr_3", rule: "basic"));
        builder.Add(Made("ofr_4", currency: Currency.EUR));
        builder.Add(Paid("pay_1", 100, "ofr_1"));
        builder.Add(Paid("pay_4", 400, "ofr_4", currency: Currency.EUR));

        var reports = builder.ToReports();

        Assert.Equal(["EUR", "USD"], reports.Select(report => report.Currency.Value));
        Assert.Equal(
            [("basic", null), ("pro", "a"), ("pro", "b")],
            reports[1].Rows.Select(row => (row.RuleId, row.Variant))
        );
        Assert.Equal(new Money(400, Currency.EUR), reports[0].Rows.Single().Gross);
        Assert.Equal(new Money(100, Usd), reports[1].Rows[2].Gross);
    }

    [Fact]
    public void Only_offers_of_the_period_count_with_all_their_money()
    {
        var row = Row(
            [Made("ofr_before", at: Start.AddTicks(-10)), Made("ofr_first", at: Start), Made("ofr_after", at: End)],
            [
                Paid("pay_1", 1, "ofr_before"),
                Paid("pay_2", 20, "ofr_first", at: End.AddDays(100)),
                Paid("pay_3", 300, "ofr_after"),
                Paid("pay_4", 4000),
            ]
        );

        Assert.Equal((1, new Money(20, Usd)), (row.Shown, row.Gross));
    }

    private static OfferReportRow Row(IEnumerable<OfferRecord> offers, IEnumerable<OfferMoney> movements)
    {
        var builder = new ReportBuilder(Start, End, End, []);
        foreach (var offer in offers)
            builder.Add(offer);
        foreach (var money in movements)
            builder.Add(money);
        return builder.ToReports().Single().Rows.Single();
    }
}
