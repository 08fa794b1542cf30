using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>Explains for every rule why it is or is not offered to a subject.</summary>
internal static class ExplainPage
{
    public const string Section = "explain";

    private const int MaxLength = 200;

    public static Task<DashboardResult> ShowAsync(DashboardRequest request) =>
        Task.FromResult<DashboardResult>(Page(new ExplainModel { HasOffers = request.Brand.Offers is not null }));

    // The ids of a person are in the body, not in an address that browsers and servers write down.
    public static async Task<DashboardResult> ExplainAsync(DashboardRequest request)
    {
        if (request.Brand.Offers is not { } offers)
            return DashboardResult.NotFound("This brand has no offers.");
        var asked = new ExplainModel
        {
            HasOffers = true,
            UserId = request.Field("user"),
            CustomerId = request.Field("customer"),
            PaymentId = request.Field("payment"),
        };
        if (Problem(asked) is { } problem)
            return Page(asked with { Problem = problem }) with { Status = 400 };
        var (_, explanation) = await request
            .RunAsync(
                OperatorActionNames.Explain,
                asked.CustomerId ?? $"user:{asked.UserId}",
                async token =>
                    (
                        OperatorResult.Done,
                        await offers
                            .ExplainAsync(
                                new SubjectIds { UserId = asked.UserId, CustomerId = asked.CustomerId },
                                asked.PaymentId,
                                token
                            )
                            .ConfigureAwait(false)
                    )
            )
            .ConfigureAwait(false);
        return Page(asked with { Explanation = explanation });
    }

    private static DashboardResult.Html Page(ExplainModel model) =>
        DashboardResult.Page<ExplainView>("Explain", Section, model);

    private static string? Problem(ExplainModel asked) =>
        asked.UserId is null && asked.CustomerId is null ? "Enter the id of a user or of a customer."
        : asked.UserId?.Length > MaxLength
        || asked.CustomerId?.Length > MaxLength
        || asked.PaymentId?.Length > MaxLength
            ? $"An id has at most {MaxLength} characters."
        : null;
}

internal sealed record ExplainModel
{
    public required bool HasOffers { get; init; }

    public string? UserId { get; init; }

    public string? CustomerId { get; init; }

    public string? PaymentId { get; init; }

    public string? Problem { get; init; }

    public OfferExplanation? Explanation { get; init; }

    public override string ToString() => nameof(ExplainModel);
}
