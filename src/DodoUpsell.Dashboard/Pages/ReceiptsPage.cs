using System.Text;
using System.Text.Json;
using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>Consent receipts: one of them, its export as evidence, and the verification of all.</summary>
internal static class ReceiptsPage
{
    public const string Section = "receipts";

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var offer = request.Query("offer");
        if (request.Brand.Receipts is not { } receipts)
            return Page(new ReceiptsModel { HasOffers = false });
        var receipt = offer is null ? null : await receipts.FindAsync(offer, request.Aborted).ConfigureAwait(false);
        var page = Page(
            new ReceiptsModel
            {
                HasOffers = true,
                OfferId = offer,
                Receipt = receipt,
                Facts = receipt?.Json is { } json ? ReceiptFacts.Of(json) : [],
            }
        );
        return offer is not null && receipt is null ? page with { Status = 404 } : page;
    }

    public static async Task<DashboardResult> ExportAsync(DashboardRequest request)
    {
        if (
            request.Brand.Receipts is not { } receipts
            || request.Field("offer") is not { } offer
            || await receipts.FindAsync(offer, request.Aborted).ConfigureAwait(false) is null
        )
            return NotFound();
        var (_, document) = await request
            .RunAsync(
                OperatorActionNames.ExportReceipt,
                offer,
                async token =>
                    await receipts.ExportAsync(offer, token).ConfigureAwait(false) is { } found
                        ? (OperatorResult.Done, found)
                        : (OperatorResult.NothingToDo, (string?)null)
            )
            .ConfigureAwait(false);
        return document is null
            ? NotFound()
            : new DashboardResult.Download(
                $"{FileName(offer)}.json",
                "application/json",
                Encoding.UTF8.GetBytes(document)
            );
    }

    public static async Task<DashboardResult> VerifyAsync(DashboardRequest request)
    {
        if (request.Brand.Receipts is not { } receipts)
            return NotFound();
        ReceiptHead? known = null;
        if (request.Field("number") is { } number && request.Field("hash") is { } hash)
        {
            if (
                !long.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var position)
                || position < 1
            )
                return Page(
                    new ReceiptsModel { HasOffers = true, Problem = "The number of a receipt is a whole number." }
                ) with
                {
                    Status = 400,
                };
            known = new(position, hash);
        }

        var (_, report) = await request
            .RunAsync(
                OperatorActionNames.VerifyReceipts,
                null,
                async token => (OperatorResult.Done, await receipts.VerifyAsync(known, token).ConfigureAwait(false))
            )
            .ConfigureAwait(false);
        return Page(new ReceiptsModel { HasOffers = true, Report = report });
    }

    private static DashboardResult.Html Page(ReceiptsModel model) =>
        DashboardResult.Page<ReceiptsView>("Consent receipts", Section, model);

    private static DashboardResult.Html NotFound() => DashboardResult.NotFound("There is no receipt of this offer.");

    private static string FileName(string offer) =>
        $"receipt-{string.Concat(offer.Where(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-').Take(80))}";
}

internal sealed record ReceiptsModel
{
    public required bool HasOffers { get; init; }

    public string? OfferId { get; init; }

    public ConsentReceipt? Receipt { get; init; }

    public IReadOnlyList<(string Label, string Value)> Facts { get; init; } = [];

    public ReceiptReport? Report { get; init; }

    public string? Problem { get; init; }

    public override string ToString() => nameof(ReceiptsModel);
}

/// <summary>Reads from the content of a receipt what people look for first.</summary>
internal static class ReceiptFacts
{
    private static readonly (string Label, string Member)[] Members =
    [
        ("Rule", "rule_id"),
        ("Variant", "variant"),
        ("Subject", "subject_id"),
        ("Customer", "customer_id"),
        ("Shown", "disclosed_at"),
        ("Accepted", "pressed_at"),
        ("Accepted by", "pressed_by"),
        ("Charged", "charged"),
        ("Payment", "payment_id"),
        ("Subscription", "subscription_id"),
        ("Settled", "settled_at"),
    ];

    public static IReadOnlyList<(string Label, string Value)> Of(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var facts = new List<(string, string)>();
            foreach (var (label, member) in Members)
            {
                if (JsonText.Member(json.RootElement, member) is { Length: > 0 } value)
                    facts.Add((label, Readable(member, value)));
            }

            return facts;
        }
        catch (JsonException)
        {
            // A receipt that was tampered with is shown as it is.
            return [];
        }
    }

    private static string Readable(string member, string value)
    {
        if (
            member.EndsWith("_at", StringComparison.Ordinal)
            && DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var time)
        )
            return Formats.Time(time);
        return
            member == "charged"
            && value.Split(' ') is [var minor, var currency]
            && long.TryParse(minor, System.Globalization.CultureInfo.InvariantCulture, out var units)
            && Currency.TryParse(currency, null, out var known)
            ? Formats.Money(new Money(units, known))
            : value;
    }
}
