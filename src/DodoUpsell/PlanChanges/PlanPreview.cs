namespace DodoUpsell.PlanChanges;

/// <summary>The API's preview of a change, and what it does to the discounts.</summary>
internal sealed record PlanPreview(PlanChangeCharge Charge, PlanChangeSummary Summary, Subscription NewPlan, IReadOnlyList<string>? CodesSent, IReadOnlyList<string> Codes, IReadOnlyList<string> Lost)
{
    public static PlanPreview Of(ChangePlanPreview preview, IReadOnlyList<string>? sent, IReadOnlyList<string> present)
    {
        if (preview is not { ImmediateCharge: { Summary: { } summary } charge, NewPlan: { } plan })
        {
            throw new InvalidOperationException("The preview of the plan change came without its amounts, so that no price could be shown. Nothing was charged.");
        }

        var codes = (plan.Discounts ?? []).OrderBy(discount => discount.Position).Select(discount => discount.Code).Where(code => code.Length > 0).ToList();
        return new(charge, summary, plan, sent, codes, present.Where(code => !PlanParts.Contains(codes, code)).ToList());
    }
}
