using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>The body of a refund. Without items, the whole payment is refunded.</summary>
internal sealed record RefundRequest(
    string PaymentId,
    IReadOnlyList<RefundRequestItem>? Items,
    string? Reason,
    JsonObject Metadata
)
{
    private const int MaximumReasonLength = 3000;

    public static RefundRequest Read(JsonInput input)
    {
        var request = new RefundRequest(
            input.Text("payment_id"),
            input.OptionalObjects("items")?.Select(RefundRequestItem.Read).ToArray(),
            input.OptionalText("reason"),
            input.Metadata()
        );
        return request.Reason is not { Length: > MaximumReasonLength }
            ? request
            : throw ApiException.InvalidParameters($"`reason` is longer than {MaximumReasonLength} characters");
    }
}

/// <summary>The amount of one item to refund. Without an amount, all of it.</summary>
internal sealed record RefundRequestItem(string ItemId, int? Amount, bool TaxInclusive)
{
    public static RefundRequestItem Read(JsonInput input) =>
        new(input.Text("item_id"), input.OptionalInt32("amount"), input.Flag("tax_inclusive", whenAbsent: true));
}
