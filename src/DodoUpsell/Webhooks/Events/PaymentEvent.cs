using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a payment (<c>payment.*</c>).</summary>
/// <param name="Data">The payment as it is at delivery, which may be newer than the event. Its status decides, not the event's type.</param>
public sealed record PaymentEvent(Payment Data) : WebhookEvent
{
    internal const string PayloadName = "Payment";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("payment", Data.PaymentId);

    /// <inheritdoc/>
    public override DateTimeOffset? StateAt => Data.UpdatedAt ?? StampOf(Data.CreatedAt);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.Payment);
}
