using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>The whole story of one charge: attempts, payments, webhooks and settlements.</summary>
internal static class ChargePage
{
    private const int MaxDeliveriesOfSubject = 50;

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var brand = request.Brand;
        if (
            request.Query("key") is not { } text
            || ChargesPage.KeyOf(text) is not { } key
            || await brand.Ledger.FindAsync(brand.Environment, key, request.Aborted).ConfigureAwait(false)
                is not { } record
        )
            return DashboardResult.NotFound("There is no charge with this key.");

        var settlements = await brand.Settlements.ListOfChargeAsync(key, request.Aborted).ConfigureAwait(false);
        var payments = await Task.WhenAll(PaymentIds(record).Select(id => ChargePayment.ReadAsync(request, id)))
            .ConfigureAwait(false);
        var deliveries = new List<InboxDelivery>();
        foreach (var subject in SubjectsOf(record, payments))
        {
            deliveries.AddRange(
                await brand
                    .Inbox.ListOfSubjectAsync(subject, MaxDeliveriesOfSubject, request.Aborted)
                    .ConfigureAwait(false)
            );
        }

        var story = new ChargeStory(request.Links, record, payments, deliveries, settlements);
        return DashboardResult.Page<ChargeView>(
            $"Charge {key.Value}",
            ChargesPage.Section,
            new ChargeModel
            {
                Record = record,
                Payments = payments,
                Deliveries = [.. deliveries.OrderBy(delivery => delivery.ReceivedAt)],
                Settlements = settlements,
                Events = story.Events(),
            }
        );
    }

    private static IEnumerable<string> PaymentIds(ChargeRecord record) =>
        record
            .Attempts.Select(attempt => attempt.PaymentId)
            .Append(record.PaymentId)
            .OfType<string>()
            .Where(id => id.Length > 0)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> SubjectsOf(ChargeRecord record, IReadOnlyList<ChargePayment> payments) =>
        PaymentIds(record)
            .Select(id => $"payment:{id}")
            .Concat(
                payments.SelectMany(payment =>
                    (payment.Payment?.Refunds ?? []).Select(refund => $"refund:{refund.RefundId}")
                )
            )
            .Concat(
                payments.SelectMany(payment =>
                    (payment.Payment?.Disputes ?? []).Select(dispute => $"dispute:{dispute.DisputeId}")
                )
            )
            .Distinct(StringComparer.Ordinal);
}

/// <summary>A payment as the API has it now, or why it could not be read.</summary>
internal sealed record ChargePayment(string Id, Payment? Payment, string? Problem)
{
    public static async Task<ChargePayment> ReadAsync(DashboardRequest request, string id)
    {
        try
        {
            var payment = await request.Brand.Dodo.Payments.GetAsync(id, request.Aborted).ConfigureAwait(false);
            return new(id, payment, null);
        }
        catch (DodoApiException e)
        {
            return new(id, null, $"The API responded with {(int)e.StatusCode} {e.Code.Value}".TrimEnd() + ".");
        }
        catch (DodoException e)
        {
            return new(id, null, e.Message);
        }
    }

    public override string ToString() => nameof(ChargePayment);
}

internal sealed record ChargeModel
{
    public required ChargeRecord Record { get; init; }

    public required IReadOnlyList<ChargePayment> Payments { get; init; }

    public required IReadOnlyList<InboxDelivery> Deliveries { get; init; }

    public required IReadOnlyList<SettlementDelivery> Settlements { get; init; }

    public required IReadOnlyList<ChargeEvent> Events { get; init; }
}
