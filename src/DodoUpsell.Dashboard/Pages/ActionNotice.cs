using DodoUpsell.Dashboard.Http;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>
/// The action that led to a page. The address has its id only: what is shown comes from the log, so no link can claim
/// that something was done.
/// </summary>
internal static class ActionNotice
{
    public const string Parameter = "action";

    public static async Task<OperatorAction?> OfAsync(DashboardRequest request) =>
        request.Query(Parameter) is { Length: <= OperatorAction.MaxIdLength } id
            ? await request.Brand.Log.FindAsync(request.Brand.Environment, id, request.Aborted).ConfigureAwait(false)
            : null;
}
