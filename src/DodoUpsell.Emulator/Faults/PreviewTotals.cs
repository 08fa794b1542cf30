using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

/// <summary>Removes the amount that is due now from the responses of previews.</summary>
internal static class PreviewTotals
{
    public static WireResponse Omit(WireRequest request, WireResponse answer)
    {
        if (
            answer.Status is not 200
            || !IsPreview(request)
            || JsonNode.Parse(answer.Body.Span) is not JsonObject preview
        )
            return answer;

        preview.Remove("total_price");
        Remove(preview["current_breakup"]);
        Remove(preview["immediate_charge"]?["summary"]);
        return WireResponse.Json(preview);
    }

    private static bool IsPreview(WireRequest request) =>
        request.Method is "POST"
        && request.Segments is ["checkouts", "preview"] or ["subscriptions", _, "change-plan", "preview"];

    private static void Remove(JsonNode? amounts) => amounts?.AsObject().Remove("total_amount");
}
