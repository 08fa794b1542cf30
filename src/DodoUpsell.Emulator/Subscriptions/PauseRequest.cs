using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The two ways to request a pause: by status, and by the boolean of API version 1.113.0.</summary>
internal static class PauseRequest
{
    /// <returns>True to pause, false to resume, or null if neither is requested.</returns>
    public static bool? Wanted(PatchSubscriptionRequest request, SubscriptionRules rules)
    {
        bool? byStatus = request.Status switch
        {
            SubscriptionStatus.Paused => true,
            SubscriptionStatus.Active => false,
            _ => null,
        };
        if (rules.PauseByFlag)
        {
            return byStatus is null
                ? request.Pause
                : throw ApiException.InvalidParameters("use `pause` to pause or resume, not `status`");
        }

        return request.Pause is null
            ? byStatus
            : throw ApiException.InvalidParameters("`pause` was removed; set `status` to `paused` or `active`");
    }
}
