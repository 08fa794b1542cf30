namespace DodoUpsell;
#pragma warning disable CS1591
public class ChargeMessages
{
    public virtual string Succeeded() => "a"; public virtual string ActionRequired() => "a"; public virtual string Processing() => "a"; public virtual string NotCharged() => "a";
    public virtual string Pending() => "a"; public virtual string AlreadyInProgress() => "a"; public virtual string Refused() => "a"; public virtual string CheckoutRequired() => "a";
    public virtual string Declined(DeclineReason r) => "a";
}
public sealed record DeclineReason(string? Code) { public static DeclineReason Of(string? c) => new(c); }
internal enum PaymentVerdict { Succeeded, ActionRequired, Processing, Declined, Unknown }
internal static class PaymentVerdicts
{
    public static PaymentVerdict Of(PaymentStatus? s, string? url)
    {
        if (s == PaymentStatus.Succeeded) return PaymentVerdict.Succeeded;
        if (s == PaymentStatus.Failed || s == PaymentStatus.Cancelled) return PaymentVerdict.Declined;
        if (s == PaymentStatus.RequiresCustomerAction && url != null) return PaymentVerdict.ActionRequired;
        return s is null ? PaymentVerdict.Unknown : PaymentVerdict.Processing;
    }
}
internal enum PaymentPurpose { OneTime, Recurring }
internal sealed record PaymentMethodChoice(SavedPaymentMethod? Chosen, bool RequestedIsUnknown);
internal static class PaymentMethodChooser
{
    public static PaymentMethodChoice Choose(IReadOnlyList<SavedPaymentMethod> m, PaymentPurpose p, DateTimeOffset now, string? requested) =>
        new(m.Where(x => requested == null || x.PaymentMethodId == requested).Where(x => p == PaymentPurpose.OneTime || x.RecurringEnabled != false).OrderByDescending(x => x.LastUsedAt).FirstOrDefault(), requested != null && m.All(x => x.PaymentMethodId != requested));
}
