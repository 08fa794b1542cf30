namespace DodoUpsell.PlanChanges;

/// <summary>The API's preview of a change and its effect on the discounts.</summary>
internal sealed record PlanPreview(
    PlanChangeCharge Charge,
    PlanChangeSummary Summary,
    Money Total,
    Money Credits,
    Subscription NewPlan,
    IReadOnlyList<string>? CodesSent,
    IReadOnlyList<string> Codes,
    IReadOnlyList<string> Lost
)
{
    /// <summary>
    /// Returns the preview, or null if it does not contain the amount due, so that there is no price to show or
    /// compare.
    /// </summary>
    public static PlanPreview? Of(ChangePlanPreview preview, IReadOnlyList<string>? sent, IReadOnlyList<string> present)
    {
        if (
            preview
            is not {
                ImmediateCharge: { Summary: { Total: { } total, CustomerCreditsMoney: { } credits } summary } charge,
                NewPlan: { } plan
            }
        )
            return null;
        var codes = (plan.Discounts ?? [])
            .OrderBy(discount => discount.Position)
            .Select(discount => discount.Code)
            .Where(code => code.Length > 0)
            .ToList();
        return new(
            charge,
            summary,
            total,
            credits,
            plan,
            sent,
            codes,
            present.Where(code => !PlanParts.Contains(codes, code)).ToList()
        );
    }
}
