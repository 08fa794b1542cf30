namespace DodoUpsell.PlanChanges;

/// <summary>Lets the API preview a change, and determines which discount codes to send.</summary>
internal sealed class PlanPreviewer(IDodoClient dodo)
{
    /// <summary>
    /// Previews a change. Where all discounts are to be kept, codes that would be lost are sent again if the API allows
    /// them.
    /// </summary>
    /// <returns>The preview, or null if it does not contain the amount due.</returns>
    public async Task<PlanPreview?> PreviewAsync(ResolvedPlanChange change, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(change, change.Codes, cancellationToken).ConfigureAwait(false);
        if (change.Request.Discounts.Choice != DiscountsChoice.KeepAll || preview is null or { Lost.Count: 0 })
            return preview;
        return await TryPreviewAsync(change, change.PresentCodes, cancellationToken).ConfigureAwait(false)
            ?? await KeepOneByOneAsync(change, preview, cancellationToken).ConfigureAwait(false);
    }

    // The API refuses the whole list because of one invalid code, so each code is tried in addition to the valid ones.
    private async Task<PlanPreview> KeepOneByOneAsync(
        ResolvedPlanChange change,
        PlanPreview preserved,
        CancellationToken cancellationToken
    )
    {
        var best = preserved;
        foreach (var code in preserved.Lost)
        {
            var codes = change
                .PresentCodes.Where(present =>
                    PlanParts.Contains(best.Codes, present) || PlanParts.Contains([code], present)
                )
                .ToList();
            best = await TryPreviewAsync(change, codes, cancellationToken).ConfigureAwait(false) ?? best;
        }

        return best;
    }

    private async Task<PlanPreview?> TryPreviewAsync(
        ResolvedPlanChange change,
        IReadOnlyList<string> codes,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await PreviewAsync(change, codes, cancellationToken).ConfigureAwait(false);
        }
        catch (DodoApiException e) when (PlanChangeRefusals.Of(e).Reason == PlanChangeRefusalReason.WrongDiscount)
        {
            return null;
        }
    }

    private async Task<PlanPreview?> PreviewAsync(
        ResolvedPlanChange change,
        IReadOnlyList<string>? codes,
        CancellationToken cancellationToken
    ) =>
        PlanPreview.Of(
            await dodo
                .Subscriptions.PreviewChangePlanAsync(
                    change.Request.SubscriptionId,
                    change.ToRequest(codes),
                    cancellationToken
                )
                .ConfigureAwait(false),
            codes,
            change.PresentCodes
        );
}
