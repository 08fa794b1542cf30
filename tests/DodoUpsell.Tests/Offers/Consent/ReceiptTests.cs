using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Offers;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Offers.Consent;

/// <summary>A receipt says what was shown, who accepted it when, and what was charged. Any change of it is found.</summary>
public sealed class ReceiptTests
{
    [Fact]
    public async Task A_receipt_contains_what_was_shown_accepted_and_charged()
    {
        var shop = new OfferShop(configure: options => options.TermsUrl = "https://shop.test/terms");
        var offer = await shop.OfferAsync();
        var disclosed = shop.Now;
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(3));
        var pressed = shop.Now;
        var paid = (OfferOutcome.Succeeded)
            await shop.Flow.AcceptAsync(
                new()
                {
                    OfferId = offer.Id,
                    DisclosureId = OfferShop.DisclosureOf(offer).Id,
                    Subject = OfferShop.Ada,
                    AcceptedBy = OfferActor.Agent,
                }
            );

        var json = JsonNode.Parse((await shop.ReceiptAsync())!.Json!)!;

        Assert.Equal(1, json["schema_version"]!.GetValue<int>());
        Assert.Equal("Test", json["environment"]!.GetValue<string>());
        Assert.Equal(offer.Id, json["offer_id"]!.GetValue<string>());
        Assert.Equal(OfferShop.Rule, json["rule_id"]!.GetValue<string>());
        Assert.Equal($"customer:{DemoSeed.CustomerWithCards}", json["subject_id"]!.GetValue<string>());
        Assert.Equal("Agent", json["pressed_by"]!.GetValue<string>());
        Assert.Equal(pressed.UtcDateTime, json["pressed_at"]!.GetValue<DateTime>());
        Assert.Equal(disclosed.UtcDateTime, json["disclosed_at"]!.GetValue<DateTime>());
        Assert.Equal("4242", json["card_last_four"]!.GetValue<string>());
        Assert.Equal(paid.PaymentId, json["payment_id"]!.GetValue<string>());
        Assert.Equal($"{paid.Charged.MinorUnits} USD", json["charged"]!.GetValue<string>());
        var shown = json["disclosure"]!;
        Assert.Equal(json["pressed_disclosure_id"]!.GetValue<string>(), shown["id"]!.GetValue<string>());
        Assert.Equal("Order with obligation to pay", shown["accept_text"]!.GetValue<string>());
        Assert.Equal("https://shop.test/terms", shown["terms_url"]!.GetValue<string>());
        Assert.Equal("Item", shown["lines"]![0]!["kind"]!.GetValue<string>());
        Assert.NotNull(ReceiptContent.Parse(json.ToJsonString()));
    }

    [Fact]
    public async Task Only_a_charge_has_a_receipt()
    {
        var shop = new OfferShop();
        var page = await shop.OfferAsync(id: "ofr_page", customerId: DemoSeed.CustomerWithoutCard);
        await shop.AcceptAsync(page);
        await shop.OfferAsync(id: "ofr_open");

        Assert.Null(await shop.ReceiptAsync("ofr_page"));
        Assert.Null(await shop.ReceiptAsync("ofr_open"));
    }

    [Fact]
    public async Task A_payment_that_was_refunded_at_once_has_a_receipt_that_says_so()
    {
        var shop = new OfferShop();
        var offer = await shop.OfferAsync();
        shop.Wire.OnPayment = payment => payment["refund_status"] = "full";

        Assert.IsType<OfferOutcome.Refunded>(await shop.AcceptAsync(offer));

        Assert.Equal(OfferFailure.Refunded, (await shop.RecordAsync()).Failure);
        Assert.Contains("\"refunded\":true", (await shop.ReceiptAsync())!.Json, StringComparison.Ordinal);
        Assert.True((await Receipts(shop).VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task An_export_can_be_verified_with_what_it_says()
    {
        var (shop, _) = await PaidAsync(3);

        var document = JsonNode.Parse((await Receipts(shop).ExportAsync("ofr_1"))!)!;

        var text = document["content_text"]!.GetValue<string>();
        Assert.Equal(ReceiptChain.Sha256(text), document["content_hash"]!.GetValue<string>());
        Assert.Equal(
            ReceiptChain.Sha256(
                string.Join(
                    '\n',
                    document["environment"],
                    document["number"],
                    document["offer_id"],
                    document["content_hash"],
                    document["previous_hash"]
                )
            ),
            document["hash"]!.GetValue<string>()
        );
        Assert.Equal(3, document["head_number"]!.GetValue<long>());
        Assert.Equal("ofr_1", document["content"]!["offer_id"]!.GetValue<string>());
        Assert.Null(await Receipts(shop).ExportAsync("ofr_unknown"));
    }

    [Fact]
    public async Task An_intact_chain_has_no_fault_also_after_an_erasure()
    {
        var (shop, store) = await PaidAsync(3);
        store.Change = receipt => receipt.Number == 2 ? receipt with { Json = null, ErasedAt = shop.Now } : receipt;

        var report = await Receipts(shop, store).VerifyAsync();

        Assert.True(report.IsIntact);
        Assert.Equal((3, 1, 3), (report.Count, report.Erased, report.Head.Number));
        Assert.DoesNotContain("content\"", await Receipts(shop, store).ExportAsync("ofr_1"), StringComparison.Ordinal);
    }

    public static TheoryData<string, ReceiptFaultKind> Changes =>
        new()
        {
            { "content", ReceiptFaultKind.ContentChanged },
            { "content and hash", ReceiptFaultKind.ReceiptChanged },
            { "content missing", ReceiptFaultKind.ContentMissing },
            { "offer", ReceiptFaultKind.ReceiptChanged },
            { "environment", ReceiptFaultKind.ReceiptChanged },
            { "hash", ReceiptFaultKind.ReceiptChanged },
            { "previous hash", ReceiptFaultKind.WrongOrder },
            { "number again", ReceiptFaultKind.WrongOrder },
            { "number later", ReceiptFaultKind.Gap },
            { "whole receipt", ReceiptFaultKind.WrongOrder },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_changed_receipt_is_found_by_its_number(string change, ReceiptFaultKind kind)
    {
        var (shop, store) = await PaidAsync(3);
        store.Change = receipt => receipt.Number == 2 ? Changed(receipt, change, shop.Now) : receipt;

        var report = await Receipts(shop, store).VerifyAsync();

        var first = report.Faults[0];

        // A receipt that was written anew fits itself. The next one does not follow it.
        Assert.Equal(kind, first.Kind);
        Assert.Equal(
            change == "whole receipt"
                ? 3
                : change switch
                {
                    "number again" => 1,
                    "number later" => 7,
                    _ => 2,
                },
            first.Number
        );
    }

    [Fact]
    public async Task Every_changed_character_of_a_receipt_is_found()
    {
        var (shop, store) = await PaidAsync(2);
        var json = (await shop.ReceiptAsync("ofr_0"))!.Json!;
        for (var at = 0; at < json.Length; at++)
        {
            var position = at;
            store.Change = receipt =>
                receipt.Number == 1
                    ? receipt with
                    {
                        Json = string.Concat(
                            json.AsSpan(0, position),
                            json[position] == 'x' ? "y" : "x",
                            json.AsSpan(position + 1)
                        ),
                    }
                    : receipt;
            Assert.Equal(ReceiptFaultKind.ContentChanged, (await Receipts(shop, store).VerifyAsync()).Faults[0].Kind);
        }
    }

    [Fact]
    public async Task A_removed_receipt_is_found_and_a_swap_too()
    {
        var (shop, store) = await PaidAsync(4);
        store.Order = receipts => receipts.Where(receipt => receipt.Number != 2);
        var removed = await Receipts(shop, store).VerifyAsync();
        store.Order = receipts =>
            receipts.OrderBy(receipt =>
                receipt.Number is 2 ? 3
                : receipt.Number is 3 ? 2
                : receipt.Number
            );
        var swapped = await Receipts(shop, store).VerifyAsync();
        store.Order = receipts => receipts.Skip(1);
        var headless = await Receipts(shop, store).VerifyAsync();

        Assert.Equal(new ReceiptFault(ReceiptFaultKind.Gap, 3, "ofr_2"), removed.Faults[0]);
        Assert.Contains(
            removed.Faults,
            fault => fault == new ReceiptFault(ReceiptFaultKind.WithoutReceipt, null, "ofr_1")
        );
        Assert.Equal(ReceiptFaultKind.Gap, swapped.Faults[0].Kind);
        Assert.Equal(new ReceiptFault(ReceiptFaultKind.Gap, 2, "ofr_1"), headless.Faults[0]);
    }

    [Fact]
    public async Task A_removed_end_is_found_by_the_offers_or_by_a_head_that_was_kept()
    {
        var (shop, store) = await PaidAsync(3);
        var kept = (await Receipts(shop).VerifyAsync()).Head;
        store.Order = receipts => receipts.Take(2);

        var byOffers = await Receipts(shop, store).VerifyAsync();
        await shop.Flow.EraseAsync(OfferShop.Ada);
        var alone = await Receipts(shop, store).VerifyAsync();
        var byHead = await Receipts(shop, store).VerifyAsync(kept);

        Assert.Equal(new ReceiptFault(ReceiptFaultKind.WithoutReceipt, null, "ofr_2"), Assert.Single(byOffers.Faults));
        Assert.True(alone.IsIntact, "Without offers and without a head that was kept, it cannot be seen.");
        Assert.Equal(new ReceiptFault(ReceiptFaultKind.Truncated, 3, null), Assert.Single(byHead.Faults));
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_is_found_by_a_head_that_was_kept()
    {
        var (shop, store) = await PaidAsync(2);
        var kept = (await Receipts(shop).VerifyAsync()).Head;
        ConsentReceipt? last = null;
        store.Change = receipt =>
            last = ReceiptChain.Append(
                receipt.Environment,
                receipt.Number == 1 ? null : last,
                new()
                {
                    OfferId = receipt.OfferId,
                    Json = receipt.Json!.Replace("Agent", "Human", StringComparison.Ordinal) + " ",
                }
            );

        Assert.True((await Receipts(shop, store).VerifyAsync()).IsIntact);
        Assert.Equal(ReceiptFaultKind.OtherThanKnown, (await Receipts(shop, store).VerifyAsync(kept)).Faults[0].Kind);
    }

    [Fact]
    public async Task A_receipt_without_its_charge_is_found_until_the_ledger_may_have_forgotten_it()
    {
        var (shop, _) = await PaidAsync(1);
        var receipts = new ConsentReceipts(shop.Engine.Dodo, new InMemoryChargeLedger(), shop.Store, null, shop.Clock);

        Assert.Equal(
            new ReceiptFault(ReceiptFaultKind.WithoutCharge, 1, "ofr_0"),
            (await receipts.VerifyAsync()).Faults[0]
        );
        shop.Emulator.Clock.Advance(TimeSpan.FromDays(401));
        Assert.True((await receipts.VerifyAsync()).IsIntact);
    }

    private static ConsentReceipt Changed(ConsentReceipt receipt, string change, DateTimeOffset now) =>
        change switch
        {
            "content" => receipt with { Json = receipt.Json + " " },
            "content and hash" => receipt with
            {
                Json = receipt.Json + " ",
                ContentHash = ReceiptChain.Sha256(receipt.Json + " "),
            },
            "content missing" => receipt with { Json = null },
            "offer" => receipt with { OfferId = "ofr_other" },
            "environment" => receipt with { Environment = DodoEnvironment.Live },
            "hash" => receipt with { Hash = ReceiptChain.Start },
            "previous hash" => receipt with { PreviousHash = ReceiptChain.Start },
            "number again" => receipt with { Number = 1 },
            "number later" => receipt with { Number = 7 },
            _ => ReceiptChain.Append(
                receipt.Environment,
                receipt with
                {
                    Number = 1,
                    Hash = receipt.PreviousHash,
                },
                new() { OfferId = receipt.OfferId, Json = $$"""{"settled_at":"{{now:O}}"}""" }
            ),
        };

    private static async Task<(OfferShop Shop, TamperedStore Store)> PaidAsync(int count)
    {
        // The same product is sold again and again.
        var shop = new OfferShop(configure: options =>
            options.Rules[0] = OfferShop.RuleOf(OfferShop.Rule) with { OfferAgain = true }
        );
        for (var i = 0; i < count; i++)
            Assert.IsType<OfferOutcome.Succeeded>(await shop.AcceptAsync(await shop.OfferAsync(id: $"ofr_{i}")));
        return (shop, new TamperedStore(shop.Store));
    }

    private static ConsentReceipts Receipts(OfferShop shop, TamperedStore? store = null) =>
        store is null
            ? new ConsentReceipts(shop.Engine)
            : new ConsentReceipts(shop.Engine.Dodo, shop.Ledger, store.Proxy, timeProvider: shop.Clock);
}
