using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.StoreTests.Offers;

/// <summary>Offers and what belongs to them, and an independent check of the chain of receipts.</summary>
internal static class OfferSamples
{
    public const DodoEnvironment Test = DodoEnvironment.Test;

    // Finer than what databases store.
    public static readonly DateTimeOffset Now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero).AddTicks(
        1234567
    );

    public static OfferRecord Offer(string id, string? slot = null, string subject = "customer:cus_1") =>
        new()
        {
            Environment = Test,
            Id = id,
            Slot = slot,
            SubjectId = subject,
            CustomerId = "cus_1",
            RuleId = "rule-1",
            Placement = "post-purchase",
            MadeAt = Now,
            ExpiresAt = Now.AddMinutes(15),
            Shown = new Money(1999, Currency.EUR),
            Terms = "{}",
        };

    public static OfferRecord Next(this OfferRecord offer, OfferState state) =>
        offer with
        {
            State = state,
            Version = offer.Version + 1,
            AcceptedAt = state == OfferState.Accepting ? Now.AddMinutes(1) : offer.AcceptedAt,
            EndedAt = state is OfferState.Open or OfferState.Accepting ? null : Now.AddMinutes(2),
            Consent = state == OfferState.Accepting ? """{"by":"ann"}""" : offer.Consent,
        };

    public static ConsentReceiptContent Receipt(this OfferRecord offer) =>
        new() { OfferId = offer.Id, Json = $$"""{"offer":"{{offer.Id}}","text":"Zahlungspflichtig bestellen – ü"}""" };

    public static OfferAssignment Assignment(string experiment, string subject, string variant) =>
        new()
        {
            Environment = Test,
            ExperimentKey = experiment,
            SubjectId = subject,
            Variant = variant,
            AssignedAt = Now,
        };

    public static OfferMoney Payment(string source, string subject = "customer:cus_1", string? offer = null) =>
        new()
        {
            Environment = Test,
            SourceId = source,
            Kind = OfferMoneyKind.Payment,
            PaymentId = source,
            SubjectId = subject,
            Amount = new Money(1999, Currency.EUR),
            OccurredAt = Now,
            OfferId = offer,
            ProductIds = ["pdt_1", "pdt_2"],
        };

    /// <summary>Adds an offer that was accepted and paid, with its receipt.</summary>
    public static async Task<OfferRecord> AddPaidAsync(this IOfferStore store, OfferRecord offer)
    {
        var accepting = (await store.AddAsync(offer)).Next(OfferState.Accepting);
        Assert.True(await store.TryUpdateAsync(accepting));
        var paid = accepting.Next(OfferState.Accepted);
        Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));
        return paid;
    }

    /// <summary>Checks the numbers and hashes of a chain, also of receipts whose content was erased.</summary>
    public static void AssertChain(IReadOnlyList<ConsentReceipt> chain)
    {
        var previous = new string('0', 64);
        foreach (var (index, receipt) in chain.Index())
        {
            Assert.Equal(index + 1, receipt.Number);
            Assert.Equal(previous, receipt.PreviousHash);
            if (receipt.ErasedAt is null)
                Assert.Equal(Sha256(receipt.Json!), receipt.ContentHash, ignoreCase: true);
            else
                Assert.Null(receipt.Json);
            string[] parts =
            [
                receipt.Environment.ToString(),
                $"{receipt.Number}",
                receipt.OfferId,
                receipt.ContentHash,
                previous,
            ];
            Assert.Equal(Sha256(string.Join('\n', parts)), receipt.Hash, ignoreCase: true);
            previous = receipt.Hash;
        }
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    private static string Sha256(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
