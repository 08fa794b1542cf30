using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

internal sealed class PlanChangesResource(EmulatorState state, PaymentProcessor payments) : IResource
{
    private static readonly WireResponse EmptyOk = new(200, ContentType: null, ReadOnlyMemory<byte>.Empty);

    private readonly PlanChangeExecution _changes = new(state, payments);
    private readonly PlanChangePreviewJson _preview = new(state);
    private readonly SubscriptionStates _states = new(state, payments);

    public void Map(RouteTable routes)
    {
        routes.Map("POST", "/subscriptions/{subscription_id}/change-plan", Change);
        routes.Map("POST", "/subscriptions/{subscription_id}/change-plan/preview", Preview);
        routes.Map("DELETE", "/subscriptions/{subscription_id}/change-plan/scheduled", CancelScheduled);
    }

    private WireResponse Change(RouteCall call)
    {
        var subscription = state.Subscriptions.Get(call.Path("subscription_id"));
        var onPage = _changes.Change(subscription, ChangePlanRequest.Read(call.Body()));
        return onPage is null && state.Options.Subscriptions.ChangePlanAnswersEmpty
            ? EmptyOk
            : WireResponse.Json(PaymentOnPageJson.Of(onPage));
    }

    private WireResponse Preview(RouteCall call)
    {
        var subscription = state.Subscriptions.Get(call.Path("subscription_id"));
        var quote = _changes.Preview(subscription, ChangePlanRequest.Read(call.Body()));
        return WireResponse.Json(_preview.Of(subscription, quote));
    }

    private WireResponse CancelScheduled(RouteCall call)
    {
        var id = call.Path("subscription_id");
        // Unlike in all other operations, an unknown subscription is a 422 here.
        if (!state.Subscriptions.TryGet(id, out var subscription))
            throw ApiException.InvalidParameters($"subscription `{id}` was not found");
        if (subscription.ScheduledChange is null)
            throw new ApiException(404, ErrorCodes.ScheduledPlanChangeNotFound, "no plan change is scheduled");

        subscription.ScheduledChange = null;
        _states.Tell(subscription);
        return WireResponse.NoContent;
    }
}
