using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DodoUpsell.Diagnostics;

/// <summary>Counts withdrawals by state and their refunds by status.</summary>
internal static class WithdrawalMetrics
{
    private static readonly Counter<long> Withdrawals = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.Withdrawals,
        "{withdrawal}",
        "Withdrawals that reached a state: Confirmed is a withdrawal that was submitted."
    );

    private static readonly Counter<long> Refunds = Telemetry.Meter.CreateCounter<long>(
        TelemetryNames.WithdrawalRefunds,
        "{refund}",
        "Refunds of withdrawals that reached a status."
    );

    public static void Moved(WithdrawalState state) =>
        Withdrawals.Add(1, new TagList { { TelemetryNames.WithdrawalState, state.ToString() } });

    public static void Refund(WithdrawalRefundStatus status) =>
        Refunds.Add(1, new TagList { { TelemetryNames.RefundStatus, status.ToString() } });
}
